package app.prosa.desktop.transcript.lines;

import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.markdown.RichText;
import java.util.ArrayList;
import java.util.List;

/** Flattens blocks into lines. */
final class BlockLines {
    private final List<Line> lines = new ArrayList<>();
    private int codeBlocks;
    private int tables;

    /**
     * @param codeBlocks how many code blocks and tables there are before these blocks
     */
    BlockLines(int codeBlocks) {
        this.codeBlocks = codeBlocks;
        this.tables = codeBlocks;
    }

    List<Line> of(Block block, boolean first) {
        block(block, Scope.top(), first ? Gap.NONE : gap(block, false));
        return List.copyOf(lines);
    }

    private void blocks(List<Block> blocks, Scope scope, Gap first, boolean tight) {
        if (blocks.isEmpty()) {
            text(RichText.EMPTY, Line.Look.BODY, scope, first);
        }
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            block(block, scope, i == 0 ? first : gap(block, tight));
        }
    }

    private static Gap gap(Block block, boolean tight) {
        if (block instanceof Block.Heading) {
            return Gap.HEADING;
        }
        return tight ? Gap.TIGHT : Gap.BLOCK;
    }

    private void block(Block block, Scope scope, Gap gap) {
        switch (block) {
            case Block.Paragraph(RichText text) -> text(text, Line.Look.BODY, scope, gap);
            case Block.Heading(int level, RichText text) -> text(text, look(level), scope, gap);
            case Block.Code code -> code(code, scope, gap);
            case Block.Quote(List<Block> blocks) -> blocks(blocks, scope.quote(), gap, false);
            case Block.Items items -> items(items, scope, gap);
            case Block.Table table -> table(table, scope, gap);
            case Block.Rule() -> lines.add(new Line.Rule(scope.next(), gap));
        }
    }

    private static Line.Look look(int level) {
        return switch (level) {
            case 1 -> Line.Look.H1;
            case 2 -> Line.Look.H2;
            case 3 -> Line.Look.H3;
            default -> Line.Look.H4;
        };
    }

    private void text(RichText text, Line.Look look, Scope scope, Gap gap) {
        Gap next = gap;
        for (TextCut.Part part : TextCut.cut(text)) {
            if (part.newline()) {
                next = Gap.NEXT;
            }
            lines.add(new Line.Text(scope.next(), next, look, part.text()));
            next = Gap.NONE;
        }
    }

    private void code(Block.Code block, Scope scope, Gap gap) {
        RichText code = Highlighter.highlight(block.code(), block.language());
        int index = codeBlocks++;
        List<CodeCut.Chunk> chunks = CodeCut.cut(code);
        int count = (int) block.code().chars().filter(c -> c == '\n').count() + 1;
        lines.add(
                new Line.CodeHead(scope.next(), gap, index, block.language(), block.code(), count));
        for (CodeCut.Chunk chunk : chunks) {
            boolean follows = chunk.firstLine() > 0 && chunk.wholeLine();
            lines.add(
                    new Line.CodeChunk(
                            scope.next(),
                            follows ? Gap.NEXT : Gap.NONE,
                            index,
                            chunk.firstLine(),
                            chunk.text()));
        }
        lines.add(new Line.CodeFoot(scope.next(), index, count));
    }

    private void items(Block.Items list, Scope scope, Gap gap) {
        int number = list.first().orElse(0);
        boolean numbered = list.first().isPresent();
        int last = number + list.items().size() - 1;
        int widest = numbered ? Integer.toString(last).length() + 1 : 1;
        Gap next = gap;
        for (Block.Item item : list.items()) {
            String marker = numbered ? number++ + "." : "•";
            blocks(item.blocks(), scope.item(marker, item.box(), widest), next, list.tight());
            next = list.tight() ? Gap.TIGHT : Gap.BLOCK;
        }
    }

    private void table(Block.Table table, Scope scope, Gap gap) {
        List<Line.Column> columns = TableColumns.of(table);
        int index = tables++;
        int last = table.rows().size() - 1;
        lines.add(row(index, columns, table.header(), true, last < 0, scope, gap));
        for (int i = 0; i <= last; i++) {
            lines.add(row(index, columns, table.rows().get(i), false, i == last, scope, Gap.NEXT));
        }
    }

    private static Line row(
            int table,
            List<Line.Column> columns,
            List<RichText> cells,
            boolean header,
            boolean last,
            Scope scope,
            Gap gap) {
        return new Line.TableRow(scope.next(), gap, table, columns, cells, header, last);
    }
}
