/** From what platforms tell to what is stored. */
@NullMarked
package app.prosa.channel.inbound;

import org.jspecify.annotations.NullMarked;
