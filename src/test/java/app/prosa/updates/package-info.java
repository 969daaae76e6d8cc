/** How new versions are looked for. */
@NullMarked
package app.prosa.updates;

import org.jspecify.annotations.NullMarked;
