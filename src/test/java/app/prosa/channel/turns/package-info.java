@NullMarked
package app.prosa.channel.turns;

import org.jspecify.annotations.NullMarked;
