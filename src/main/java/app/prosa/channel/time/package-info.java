/** When things are done. */
@NullMarked
package app.prosa.channel.time;

import org.jspecify.annotations.NullMarked;
