package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.find.Range;
import app.prosa.desktop.transcript.lines.Gap;
import app.prosa.desktop.transcript.lines.Line;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Subscription;

/** A few lines of a code block. */
final class CodeChunkRow extends RowNode {
    private static final double SIDE = 0.857;
    private static final double AIR = 0.5;

    private final Edges edges;
    private final Region ground = box("code-ground");
    private final TextPiece piece;
    private final Rectangle clip = new Rectangle();
    private final SideScroll scroll;
    private final Subscription follow;
    private final boolean first;

    CodeChunkRow(RowContext context, Line.CodeChunk line, Site site) {
        super(context, line, site);
        edges = new Edges(line.edges(), context);
        piece = new TextPiece(line.rich(), context);
        piece.setManaged(false);
        first = line.firstLine() == 0 && line.gap() == Gap.NONE;
        scroll = site.unfolded().code(line.block());
        getStyleClass().add("code-row");
        Region window = new Window(piece, clip);
        getChildren().addAll(edges.nodes());
        getChildren().addAll(ground, window);
        follow = scroll.offset().subscribe(x -> piece.setTranslateX(-x.doubleValue()));
    }

    /** What the piece is seen through. */
    private static final class Window extends Region {
        Window(TextPiece piece, Rectangle clip) {
            setManaged(false);
            setClip(clip);
            getChildren().add(piece);
        }
    }

    @Override
    Gap gap() {
        return Gap.NONE;
    }

    /** Below the bar above the block. */
    private double air() {
        return first ? Math.rint(AIR * em()) : 0;
    }

    private double textWidth(double width) {
        double room = width - edges.width() - 2 * SIDE * em();
        return scroll.wraps() ? Math.max(room, em() * 4) : Math.max(room, piece.naturalWidth());
    }

    @Override
    double contentHeight(double width) {
        // The next chunk goes on as if it were the same text.
        return piece.prefHeight(textWidth(width)) + piece.lineSpacing() + air();
    }

    @Override
    void layoutContent(double x, double y, double width, double height) {
        double indent = edges.width();
        edges.layout(x, y, height, 0);
        ground.resizeRelocate(x + indent, y, width - indent, height);
        double room = width - indent - 2 * SIDE * em();
        double text = textWidth(width);
        Region window = (Region) piece.getParent();
        window.resizeRelocate(x + indent + SIDE * em(), y, room, height);
        clip.setWidth(room);
        clip.setHeight(height);
        piece.resizeRelocate(0, air(), text, height - air());
        scroll.needs(text - room);
    }

    @Override
    public int hit(double x, double y) {
        double left = piece.getParent().getLayoutX() + piece.getTranslateX();
        return piece.hit(x - left, y - piece.getParent().getLayoutY() - air());
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
        Rectangle2D area = piece.areaOf(part);
        scroll.show(area.getMinX(), area.getMaxX(), clip.getWidth());
        Region window = (Region) piece.getParent();
        return TextRow.moved(
                area, window.getLayoutX() + piece.getTranslateX(), window.getLayoutY() + air());
    }

    @Override
    public boolean scrollSideways(double dx) {
        return scroll.scroll(dx);
    }

    @Override
    public void dispose() {
        follow.unsubscribe();
    }
}
