/** The channels in use: opens and closes them as the settings say. */
@NullMarked
package app.prosa.channel.switchboard;

import org.jspecify.annotations.NullMarked;
