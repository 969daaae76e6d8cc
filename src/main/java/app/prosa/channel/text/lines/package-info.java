/** A text as lines of runs: what is shown, before any platform marks it up. */
@NullMarked
package app.prosa.channel.text.lines;

import org.jspecify.annotations.NullMarked;
