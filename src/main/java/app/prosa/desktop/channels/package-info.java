/** The channels that run, as the window shows them. */
@NullMarked
package app.prosa.desktop.channels;

import org.jspecify.annotations.NullMarked;
