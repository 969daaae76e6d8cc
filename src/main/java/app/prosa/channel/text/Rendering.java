package app.prosa.channel.text;

import app.prosa.channel.text.markdown.Typesetter;
import app.prosa.channel.text.markup.Format;
import java.util.List;

/**
 * From Markdown to the parts that a platform takes.
 *
 * <p>Headings are bold, images are links, task lists have ☐ and ☑, HTML is shown as it was written.
 * Only http, https, mailto and tel become links. A table is a block in monospace where it is narrow
 * enough for a telephone and the platform has one, otherwise a list of "header: value".
 *
 * <p>Parts end between paragraphs if that leaves them at least half full, otherwise between lines,
 * sentences or words; only a word that is longer than a part is cut. No address of a link is, and a
 * code block goes on as a code block.
 */
public final class Rendering {
    private Rendering() {}

    /**
     * Renders and splits a text. Whatever the text is, it neither throws nor takes much longer than
     * its length asks for.
     *
     * @return in the order in which to send them; none when the text has nothing to see in it
     */
    public static List<Part> of(String markdown, Style style) {
        return of(markdown, style.format());
    }

    static List<Part> of(String markdown, Format format) {
        return new Splitter(format, Typesetter.lines(markdown, format)).parts();
    }
}
