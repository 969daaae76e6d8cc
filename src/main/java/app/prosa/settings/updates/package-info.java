/** How new versions are asked for, without knowing where they are. */
@NullMarked
package app.prosa.settings.updates;

import org.jspecify.annotations.NullMarked;
