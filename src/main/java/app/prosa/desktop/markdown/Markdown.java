package app.prosa.desktop.markdown;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses a message: CommonMark with GitHub's tables, strike-through, task lists and bare links.
 *
 * <p>Whatever the text, this neither throws nor takes much longer than its length asks for: nesting
 * and table cells are bounded, and a text that cannot be parsed is one paragraph that shows it raw.
 */
public final class Markdown {
    /** Beyond it, markers are plain text. Bounds every recursion over the tree. */
    private static final int DEEPEST = 24;

    private static final int MOST_CELLS = 50_000;
    private static final Logger LOG = LoggerFactory.getLogger(Markdown.class);

    private static final Parser PARSER =
            Parser.builder()
                    .extensions(
                            List.of(
                                    TablesExtension.builder().maxCells(MOST_CELLS).build(),
                                    StrikethroughExtension.create(),
                                    AutolinkExtension.create()))
                    .maxOpenBlockParsers(DEEPEST)
                    .maxInlineNesting(DEEPEST)
                    .inlineParserFactory(BoundedInlines::new)
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .build();

    private Markdown() {}

    public static List<Block> parse(String text, LineBreaks breaks) {
        return parts(text, breaks).stream().map(Part::block).toList();
    }

    /**
     * A block at the top of the text.
     *
     * @param start where its first line begins
     */
    record Part(int start, Block block) {}

    static List<Part> parts(String text, LineBreaks breaks) {
        try {
            return read(PARSER.parse(text), text, breaks);
        } catch (RuntimeException e) {
            // A fault of the parser, or more table cells than it takes: this one message is shown
            // raw, the others are not touched by it.
            LOG.warn("A message of {} characters is shown raw", text.length(), e);
            return List.of(new Part(0, new Block.Paragraph(RichText.plain(text))));
        }
    }

    private static List<Part> read(Node document, String text, LineBreaks breaks) {
        BlockReader reader = new BlockReader(breaks);
        List<Part> parts = new ArrayList<>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof LinkReferenceDefinition)) {
                parts.add(new Part(lineStart(node, text), reader.block(node)));
            }
        }
        return parts;
    }

    private static int lineStart(Node node, String text) {
        List<SourceSpan> spans = node.getSourceSpans();
        int index = spans.isEmpty() ? 0 : spans.getFirst().getInputIndex();
        return text.lastIndexOf('\n', index - 1) + 1;
    }
}
