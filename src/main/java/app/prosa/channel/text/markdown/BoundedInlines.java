package app.prosa.channel.text.markdown;

import org.commonmark.internal.InlineParserImpl;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.InlineParser;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.SourceLines;

/**
 * Commonmark's own inline parser, for as long as its work stays in proportion. Matching {@code *},
 * {@code _} and {@code ~} takes a time that grows with the square of their number when they are
 * mixed, minutes for a megabyte of them; a text that would go beyond the budget stays plain.
 */
final class BoundedInlines implements InlineParser {
    /** Comparisons in one message: about a tenth of a second. */
    private static final long BUDGET = 50_000_000;

    /** The parser's default has no public name. */
    private final InlineParser parser;

    private long spent;

    BoundedInlines(InlineParserContext context) {
        this.parser = new InlineParserImpl(context);
    }

    @Override
    public void parse(SourceLines lines, Node block) {
        String content = lines.getContent();
        long delimiters = delimiters(content);
        if (spent + delimiters * delimiters > BUDGET) {
            block.appendChild(new Text(content));
        } else {
            spent += delimiters * delimiters;
            parser.parse(lines, block);
        }
    }

    /** How many runs of delimiters there are. */
    private static long delimiters(String content) {
        long runs = 0;
        char before = ' ';
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            if (c != before && (c == '*' || c == '_' || c == '~')) {
                runs++;
            }
            before = c;
        }
        return runs;
    }
}
