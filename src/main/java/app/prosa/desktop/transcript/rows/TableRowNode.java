package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.transcript.find.Range;
import app.prosa.desktop.transcript.lines.Gap;
import app.prosa.desktop.transcript.lines.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import javafx.util.Subscription;

/** A row of a table. */
final class TableRowNode extends RowNode {
    private static final double AIR = 0.4;
    private static final double BAR = 0.8;

    private final Line.TableRow row;
    private final Edges edges;
    private final Sheet sheet = new Sheet();
    private final Rectangle clip = new Rectangle();
    private final List<TextPiece> cells = new ArrayList<>();
    private final List<Region> grounds = new ArrayList<>();
    private final SideScroll scroll;
    private final SideBar bar;
    private final Subscription follow;

    TableRowNode(RowContext context, Line.TableRow row, Site site) {
        super(context, row, site);
        this.row = row;
        this.edges = new Edges(row.edges(), context);
        this.scroll = site.unfolded().table(row.table());
        this.bar = new SideBar(scroll);
        getStyleClass().addAll("table-row", row.header() ? "table-head" : "table-body");
        sheet.setManaged(false);
        for (int i = 0; i < row.cells().size(); i++) {
            addCell(i);
        }
        Clip holder = new Clip(sheet, clip);
        getChildren().addAll(edges.nodes());
        getChildren().addAll(holder, bar);
        bar.setVisible(false);
        follow = scroll.offset().subscribe(x -> sheet.setTranslateX(-x.doubleValue()));
    }

    /** What the sheet is seen through. */
    private static final class Clip extends Region {
        Clip(Region sheet, Rectangle clip) {
            setManaged(false);
            setClip(clip);
            getChildren().add(sheet);
        }
    }

    /** All cells side by side. */
    private static final class Sheet extends Region {
        void add(Region ground, TextPiece cell) {
            getChildren().addAll(ground, cell);
        }
    }

    private void addCell(int i) {
        TextPiece cell = new TextPiece(row.cells().get(i), context());
        cell.setManaged(false);
        if (i < row.columns().size()) {
            cell.align(alignment(row.columns().get(i).align()));
        }
        Region ground = box("cell");
        cells.add(cell);
        grounds.add(ground);
        sheet.add(ground, cell);
    }

    private static TextAlignment alignment(Block.Align align) {
        return switch (align) {
            case LEFT -> TextAlignment.LEFT;
            case CENTER -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        };
    }

    @Override
    Gap gap() {
        return row.header() ? row.gap() : Gap.NONE;
    }

    private double[] widths(double width) {
        return TableLayout.widths(row.columns(), width - edges.width(), em());
    }

    @Override
    double contentHeight(double width) {
        double[] widths = widths(width);
        double height = 0;
        for (int i = 0; i < Math.min(cells.size(), widths.length); i++) {
            double inner = widths[i] - 2 * TableLayout.side(em());
            height = Math.max(height, cells.get(i).prefHeight(inner));
        }
        boolean barShows = row.last() && overflow(width, widths) > 0;
        return height + 2 * AIR * em() + (barShows ? BAR * em() : 0);
    }

    private double overflow(double width, double[] widths) {
        return Arrays.stream(widths).sum() - (width - edges.width());
    }

    @Override
    void layoutContent(double x, double y, double width, double height) {
        double indent = edges.width();
        edges.layout(x, y, height, gap().em() * em());
        double[] widths = widths(width);
        double overflow = overflow(width, widths);
        boolean barShows = row.last() && overflow > 0;
        double barHeight = barShows ? BAR * em() : 0;
        double room = width - indent;
        Region holder = (Region) sheet.getParent();
        holder.resizeRelocate(x + indent, y, room, height - barHeight);
        clip.setWidth(room);
        clip.setHeight(height - barHeight);
        sheet.resizeRelocate(0, 0, room + Math.max(0, overflow), height - barHeight);
        placeCells(widths, height - barHeight);
        scroll.needs(overflow);
        bar.resizeRelocate(x + indent, y + height - barHeight, room, barHeight);
        if (!row.last()) {
            bar.setVisible(false);
        }
    }

    private void placeCells(double[] widths, double height) {
        double side = TableLayout.side(em());
        double at = 0;
        for (int i = 0; i < Math.min(cells.size(), widths.length); i++) {
            grounds.get(i).resizeRelocate(at, 0, widths[i], height);
            double inner = widths[i] - 2 * side;
            cells.get(i).resizeRelocate(at + side, AIR * em(), inner, height - 2 * AIR * em());
            at += widths[i];
        }
    }

    /** The cell at a place, counted from the left; the nearest one if it is between two. */
    private int cellAt(double x) {
        double inSheet = x - sheet.getParent().getLayoutX() - sheet.getTranslateX();
        int i = 0;
        while (i < cells.size() - 1 && inSheet >= grounds.get(i + 1).getLayoutX()) {
            i++;
        }
        return i;
    }

    private int startOf(int cell) {
        int start = 0;
        for (int i = 0; i < cell; i++) {
            start += cells.get(i).rich().length() + 1;
        }
        return start;
    }

    private double inCellX(TextPiece cell, double x) {
        double left = sheet.getParent().getLayoutX() + sheet.getTranslateX();
        return x - left - cell.getLayoutX();
    }

    private double inCellY(TextPiece cell, double y) {
        return y - sheet.getParent().getLayoutY() - cell.getLayoutY();
    }

    @Override
    public int hit(double x, double y) {
        if (cells.isEmpty()) {
            return 0;
        }
        int i = cellAt(x);
        TextPiece cell = cells.get(i);
        return startOf(i) + cell.hit(inCellX(cell, x), inCellY(cell, y));
    }

    @Override
    public Optional<String> linkAt(double x, double y) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        TextPiece cell = cells.get(cellAt(x));
        return TextRow.link(cell, inCellX(cell, x), inCellY(cell, y));
    }

    @Override
    public void select(int from, int to) {
        int start = 0;
        for (TextPiece cell : cells) {
            int length = cell.rich().length();
            cell.select(Math.clamp(from - start, 0, length), Math.clamp(to - start, 0, length));
            start += length + 1;
        }
    }

    @Override
    void mark(List<Range> hits, int which) {
        int start = 0;
        for (TextPiece cell : cells) {
            cell.find(within(hits, start, cell.rich().length()), which - start);
            start += cell.rich().length() + 1;
        }
    }

    /** What of some parts of the row is in a cell, as parts of the cell. */
    private static List<Range> within(List<Range> parts, int start, int length) {
        return parts.stream()
                .filter(part -> part.from() < start + length && part.to() > start)
                .map(part ->
                        new Range(
                                Math.max(part.from() - start, 0),
                                Math.min(part.to() - start, length)))
                .toList();
    }

    @Override
    public Rectangle2D reveal(Range part) {
        int start = 0;
        for (TextPiece cell : cells) {
            List<Range> inCell = within(List.of(part), start, cell.rich().length());
            if (!inCell.isEmpty()) {
                return reveal(cell, inCell.getFirst());
            }
            start += cell.rich().length() + 1;
        }
        return super.reveal(part);
    }

    private Rectangle2D reveal(TextPiece cell, Range part) {
        Rectangle2D area = TextRow.moved(cell.areaOf(part), cell.getLayoutX(), cell.getLayoutY());
        scroll.show(area.getMinX(), area.getMaxX(), clip.getWidth());
        Region holder = (Region) sheet.getParent();
        return TextRow.moved(
                area, holder.getLayoutX() + sheet.getTranslateX(), holder.getLayoutY());
    }

    @Override
    public List<Node> reachable() {
        return cells.stream().flatMap(cell -> cell.links().stream()).toList();
    }

    @Override
    public boolean scrollSideways(double dx) {
        return scroll.scroll(dx);
    }

    @Override
    public void dispose() {
        follow.unsubscribe();
        bar.dispose();
    }
}
