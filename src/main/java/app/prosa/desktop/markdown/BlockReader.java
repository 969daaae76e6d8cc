package app.prosa.desktop.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.ThematicBreak;

/** Turns commonmark's tree into our records. The parser bounds how deep the blocks nest. */
final class BlockReader {
    private final LineBreaks breaks;

    BlockReader(LineBreaks breaks) {
        this.breaks = breaks;
    }

    List<Block> children(Node parent) {
        List<Block> blocks = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof LinkReferenceDefinition)) {
                blocks.add(block(child));
            }
        }
        return List.copyOf(blocks);
    }

    Block block(Node node) {
        return switch (node) {
            case org.commonmark.node.Heading heading ->
                    new Block.Heading(heading.getLevel(), inline(heading));
            case FencedCodeBlock code -> code(code.getInfo(), code.getLiteral());
            case IndentedCodeBlock code -> code("", code.getLiteral());
            case HtmlBlock html -> new Block.Paragraph(RichText.plain(html.getLiteral()));
            case BlockQuote quote -> new Block.Quote(children(quote));
            case BulletList list -> items(list, OptionalInt.empty());
            case OrderedList list -> items(list, OptionalInt.of(list.getMarkerStartNumber()));
            case TableBlock table -> table(table);
            case ThematicBreak _ -> new Block.Rule();
            default -> new Block.Paragraph(inline(node));
        };
    }

    private RichText inline(Node node) {
        return InlineReader.read(node, breaks);
    }

    private static Block code(String info, String literal) {
        int space = info.indexOf(' ');
        String language = space < 0 ? info : info.substring(0, space);
        String code = literal.endsWith("\n") ? literal.substring(0, literal.length() - 1) : literal;
        return new Block.Code(language.toLowerCase(Locale.ROOT), code);
    }

    private Block items(ListBlock list, OptionalInt first) {
        List<Block.Item> items = new ArrayList<>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(item(children(item)));
        }
        return new Block.Items(first, list.isTight(), List.copyOf(items));
    }

    private static Block.Item item(List<Block> blocks) {
        if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph(RichText text))) {
            return new Block.Item(Block.Box.NONE, blocks);
        }
        Block.Box box = box(text);
        if (box == Block.Box.NONE) {
            return new Block.Item(box, blocks);
        }
        List<Block> rest = new ArrayList<>(blocks);
        rest.set(0, new Block.Paragraph(text.slice(4, text.length())));
        return new Block.Item(box, List.copyOf(rest));
    }

    private static Block.Box box(RichText text) {
        boolean plain = text.length() > 4 && text.spans().getFirst().marks().equals(Set.of());
        if (!plain || text.spans().getFirst().end() < 4) {
            return Block.Box.NONE;
        }
        return switch (text.text().substring(0, 4)) {
            case "[ ] " -> Block.Box.OPEN;
            case "[x] ", "[X] " -> Block.Box.DONE;
            default -> Block.Box.NONE;
        };
    }

    private Block table(TableBlock table) {
        List<Block.Align> columns = new ArrayList<>();
        List<List<RichText>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (rows.isEmpty()) {
                    alignments(row, columns);
                }
                rows.add(cells(row));
            }
        }
        return new Block.Table(
                List.copyOf(columns), rows.getFirst(), List.copyOf(rows.subList(1, rows.size())));
    }

    private static void alignments(Node row, List<Block.Align> columns) {
        for (Node node = row.getFirstChild(); node != null; node = node.getNext()) {
            TableCell.Alignment alignment =
                    node instanceof TableCell cell ? cell.getAlignment() : null;
            columns.add(alignment == null ? Block.Align.LEFT : align(alignment));
        }
    }

    private static Block.Align align(TableCell.Alignment alignment) {
        return switch (alignment) {
            case LEFT -> Block.Align.LEFT;
            case CENTER -> Block.Align.CENTER;
            case RIGHT -> Block.Align.RIGHT;
        };
    }

    private List<RichText> cells(Node row) {
        List<RichText> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(inline(cell));
        }
        return List.copyOf(cells);
    }
}
