/**
 * What a model writes in Markdown, as each platform shows it and in parts that it takes. The way of
 * a text: {@code markdown} lays it out as {@code lines}, and the splitter here fills one part after
 * the other with them, which {@code markup} writes in the platform's own way and once without any.
 */
@NullMarked
package app.prosa.channel.text;

import org.jspecify.annotations.NullMarked;
