/** From messages that came in to the answers to them. */
@NullMarked
package app.prosa.channel.turns;

import org.jspecify.annotations.NullMarked;
