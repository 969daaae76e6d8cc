/** The platforms' own markup, written line by line and measured as each platform counts. */
@NullMarked
package app.prosa.channel.text.markup;

import org.jspecify.annotations.NullMarked;
