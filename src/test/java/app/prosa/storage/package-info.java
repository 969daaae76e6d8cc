/** The store against both databases, and what happens to it when things go wrong. */
@NullMarked
package app.prosa.storage;

import org.jspecify.annotations.NullMarked;
