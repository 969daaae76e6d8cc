/** What platforms send, which is JSON most of the time and is taken for anything at all times. */
@NullMarked
package app.prosa.channel.json;

import org.jspecify.annotations.NullMarked;
