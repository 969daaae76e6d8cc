package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.markdown.Span;
import app.prosa.desktop.transcript.find.Range;
import app.prosa.desktop.transcript.lines.Line;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;

/** A paragraph or a heading. */
final class TextRow extends RowNode {
    private final Edges edges;
    private final TextPiece piece;

    TextRow(RowContext context, Line.Text line, Site site) {
        super(context, line, site);
        edges = new Edges(line.edges(), context);
        piece = new TextPiece(line.rich(), context);
        getStyleClass().add(line.look().name().toLowerCase(Locale.ROOT));
        getChildren().addAll(edges.nodes());
        getChildren().add(piece);
    }

    @Override
    double contentHeight(double width) {
        return piece.prefHeight(Math.max(em() * 4, width - edges.width()));
    }

    @Override
    void layoutContent(double x, double y, double width, double height) {
        double indent = edges.width();
        edges.layout(x, y, height, gap().em() * em());
        piece.resizeRelocate(x + indent, y, Math.max(em() * 4, width - indent), height);
    }

    @Override
    public int hit(double x, double y) {
        return piece.hit(x - piece.getLayoutX(), y - piece.getLayoutY());
    }

    @Override
    public Optional<String> linkAt(double x, double y) {
        return link(piece, x - piece.getLayoutX(), y - piece.getLayoutY());
    }

    /** The link under a point of a piece. */
    static Optional<String> link(TextPiece piece, double x, double y) {
        return piece.contains(x, y)
                ? piece.rich().spanAt(piece.charAt(x, y)).map(Span::target)
                : Optional.empty();
    }

    @Override
    public void select(int from, int to) {
        piece.select(from, to);
    }

    @Override
    void mark(List<Range> hits, int which) {
        piece.find(hits, which);
    }

    @Override
    public Rectangle2D reveal(Range part) {
        return moved(piece.areaOf(part), piece.getLayoutX(), piece.getLayoutY());
    }

    /** The same area, seen from further out. */
    static Rectangle2D moved(Rectangle2D area, double dx, double dy) {
        return new Rectangle2D(
                area.getMinX() + dx, area.getMinY() + dy, area.getWidth(), area.getHeight());
    }

    @Override
    public List<Node> reachable() {
        return piece.links();
    }
}
