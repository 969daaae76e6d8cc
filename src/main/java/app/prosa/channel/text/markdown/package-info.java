/** From Markdown to lines: parsed by commonmark, bounded against bombs. */
@NullMarked
package app.prosa.channel.text.markdown;

import org.jspecify.annotations.NullMarked;
