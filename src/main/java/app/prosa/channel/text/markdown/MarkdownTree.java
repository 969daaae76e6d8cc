package app.prosa.channel.text.markdown;

import java.util.List;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses Markdown as the window does: CommonMark with GitHub's tables, strike-through, task lists
 * and bare links, bounded against bombs.
 */
final class MarkdownTree {
    /** Beyond it, markers are plain text. Bounds every recursion over the tree. */
    private static final int DEEPEST = 24;

    private static final int MOST_CELLS = 50_000;
    private static final Logger LOG = LoggerFactory.getLogger(MarkdownTree.class);

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
                    .build();

    private MarkdownTree() {}

    static Node parse(String markdown) {
        try {
            return PARSER.parse(markdown);
        } catch (RuntimeException e) {
            // A fault of the parser, or more table cells than it takes: this one text goes out as
            // it was written.
            LOG.warn("A text of {} characters goes out raw", markdown.length(), e);
            return raw(markdown);
        }
    }

    private static Node raw(String markdown) {
        Document document = new Document();
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(markdown));
        document.appendChild(paragraph);
        return document;
    }
}
