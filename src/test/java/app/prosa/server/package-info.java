@NullMarked
package app.prosa.server;

import org.jspecify.annotations.NullMarked;
