/** The program: command line, composition root, one instance per data directory. */
@NullMarked
package app.prosa;

import org.jspecify.annotations.NullMarked;
