/**
 * What the operator chose about the channels, and how those that run are talked about without
 * knowing their platforms.
 */
@NullMarked
package app.prosa.settings.channels;

import org.jspecify.annotations.NullMarked;
