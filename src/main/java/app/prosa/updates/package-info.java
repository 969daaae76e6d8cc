/** Asks where versions are published whether there is a newer one. Downloads nothing. */
@NullMarked
package app.prosa.updates;

import org.jspecify.annotations.NullMarked;
