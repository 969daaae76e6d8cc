package app.prosa.channel.text.markdown;

import app.prosa.channel.text.lines.Fence;
import app.prosa.channel.text.lines.Frame;
import app.prosa.channel.text.lines.Gap;
import app.prosa.channel.text.lines.Line;
import app.prosa.channel.text.lines.Look;
import app.prosa.channel.text.lines.Runs;
import app.prosa.channel.text.lines.VisibleText;
import app.prosa.channel.text.markup.Format;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Lays the blocks of a text out as lines. The parser bounds how deep the blocks nest. */
public final class Typesetter {
    private static final String RULE = "———";

    private final Format format;
    private final Budget budget;
    private final Links links;
    private final List<Line> lines = new ArrayList<>();

    /** Before the next line. */
    private Gap gap = Gap.PARAGRAPH;

    /** How many quotes and blocks of code there were. */
    private int groups;

    private Typesetter(Format format, Budget budget) {
        this.format = format;
        this.budget = budget;
        this.links = new Links(format.longestAddress(), format.unit(), budget);
    }

    private boolean strikes() {
        return format.dialect().hasStrike();
    }

    /**
     * @param format says whether tables can be aligned, and which addresses can be kept whole
     */
    public static List<Line> lines(String markdown, Format format) {
        Typesetter typesetter = new Typesetter(format, Budget.forSource(markdown));
        typesetter.blocks(MarkdownTree.parse(markdown), Frame.NONE, Gap.PARAGRAPH);
        return typesetter.lines;
    }

    private void blocks(Node parent, Frame frame, Gap between) {
        Frame now = frame;
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof LinkReferenceDefinition) {
                continue;
            }
            block(child, now);
            now = now.after();
            gap = between == Gap.PARAGRAPH && announces(child) ? Gap.ANNOUNCED : between;
        }
    }

    private boolean announces(Node block) {
        return switch (block) {
            case Heading _ -> true;
            case Paragraph _ -> !lines.isEmpty() && lines.getLast().runs().endsWith(':');
            default -> false;
        };
    }

    private void block(Node node, Frame frame) {
        switch (node) {
            case Heading heading -> text(heading, frame, List.of(Look.Mark.BOLD));
            case FencedCodeBlock code -> code(code.getLiteral(), code.getInfo(), frame);
            case IndentedCodeBlock code -> code(code.getLiteral(), "", frame);
            case HtmlBlock html -> html(html.getLiteral(), frame);
            case BlockQuote quote -> quote(quote, frame);
            case BulletList list -> bullets(list, frame);
            case OrderedList list -> numbers(list, frame);
            case TableBlock table -> table(Table.read(table, links, strikes()), frame);
            case ThematicBreak _ -> add(frame, Fence.NONE, Runs.words(RULE));
            default -> text(node, frame, List.of());
        }
    }

    private void text(Node node, Frame frame, List<Look> looks) {
        List<Runs> text = InlineReader.read(node, looks, links, strikes());
        if (node instanceof Paragraph && Task.opens(text.getFirst()) && !frame.marker().isEmpty()) {
            Frame task = frame.task(Task.isDone(text.getFirst()));
            text.set(0, Task.words(text.getFirst()));
            paragraph(text, task);
        } else {
            paragraph(text, frame);
        }
    }

    private void html(String source, Frame frame) {
        List<Runs> text = new ArrayList<>();
        VisibleText.clean(source).lines().forEach(line -> text.add(Runs.words(line.strip())));
        paragraph(text, frame);
    }

    /** Empty lines are not lines but make the gap before the next one wider. */
    private void paragraph(List<Runs> text, Frame frame) {
        Frame now = frame;
        for (Runs line : text) {
            if (line.all().isEmpty() && now.marker().isEmpty()) {
                gap = Gap.PARAGRAPH;
            } else {
                add(now, Fence.NONE, line);
                now = now.after();
            }
        }
    }

    private void code(String literal, String info, Frame frame) {
        String code = VisibleText.clean(literal);
        if (VisibleText.isBlank(code)) {
            return;
        }
        block(code.lines().map(Runs::words).toList(), info, frame);
    }

    private void block(List<Runs> code, String info, Frame frame) {
        Frame inside = opened(frame);
        Fence fence = Fence.of(++groups, info);
        code.forEach(line -> add(inside, fence, line));
    }

    private void quote(BlockQuote quote, Frame frame) {
        blocks(quote, opened(frame).inQuote(++groups), Gap.PARAGRAPH);
    }

    private void bullets(BulletList list, Frame frame) {
        Frame outside = opened(frame);
        Gap between = between(list);
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item, outside.item(Frame.BULLET), between);
        }
    }

    private void numbers(OrderedList list, Frame frame) {
        Frame outside = opened(frame);
        Gap between = between(list);
        int number = list.getMarkerStartNumber();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(item, outside.item(number + ". "), between);
            number++;
        }
    }

    private static Gap between(ListBlock list) {
        return list.isTight() ? Gap.LINE : Gap.PARAGRAPH;
    }

    private void item(Node item, Frame frame, Gap between) {
        if (item instanceof ListItem && item.getFirstChild() == null) {
            opened(frame);
        } else {
            blocks(item, frame, between);
        }
        gap = between;
    }

    /** What begins with a block of its own, has its marker in a line before that. */
    private Frame opened(Frame frame) {
        if (frame.marker().isEmpty()) {
            return frame;
        }
        add(frame.item(frame.marker().strip()), Fence.NONE, Runs.EMPTY);
        return frame.after();
    }

    private void table(Table table, Frame frame) {
        if (format.dialect().hasMonospace() && table.fitsGrid()) {
            block(table.grid(), "", frame);
            return;
        }
        Frame outside = opened(frame);
        if (table.hasBody() && budget.spend(table.repeated())) {
            table.items().forEach(item -> paragraph(item, outside.item(Frame.BULLET)));
        } else {
            paragraph(table.rows(), outside);
        }
    }

    private void add(Frame frame, Fence fence, Runs runs) {
        lines.add(new Line(gap, frame, fence, runs));
        gap = Gap.LINE;
    }
}
