package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.markdown.Mark;
import app.prosa.desktop.markdown.RichText;
import app.prosa.desktop.markdown.Span;
import app.prosa.desktop.transcript.find.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/** Text that can be selected, with the selection and the boxes of inline code behind it. */
final class TextPiece extends Region {
    private final RichText rich;
    private final RowContext context;
    private final TextFlow flow = new TextFlow();
    private final Path selection = new Path();
    private final List<Rectangle> boxes = new ArrayList<>();
    private final List<Text> links = new ArrayList<>();
    private @Nullable FoundMarks found;
    private int from;
    private int to;

    TextPiece(RichText rich, RowContext context) {
        this.rich = rich;
        this.context = context;
        selection.getStyleClass().add("selection");
        selection.setManaged(false);
        flow.setManaged(false);
        flow.getStyleClass().add("flow");
        List<Node> texts = new ArrayList<>(Math.max(1, rich.spans().size()));
        for (Span span : rich.spans()) {
            texts.addAll(texts(span));
        }
        if (texts.isEmpty()) {
            texts.add(styled(new Text("\u200B"), "span"));
        }
        flow.getChildren().setAll(texts);
        if (TextRuns.isRightToLeft(rich.text())) {
            flow.setNodeOrientation(NodeOrientation.RIGHT_TO_LEFT);
        }
        getChildren().addAll(selection, flow);
    }

    private List<Text> texts(Span span) {
        String text = rich.text().substring(span.start(), span.end());
        return TextRuns.of(text).stream().map(word -> text(word, span)).toList();
    }

    private Text text(String word, Span span) {
        Text text = styled(new Text(word), "span");
        for (Mark mark : span.marks()) {
            text.getStyleClass().add(mark.name().toLowerCase(Locale.ROOT));
        }
        String target = span.target();
        if (target != null) {
            text.getStyleClass().add("link");
            text.setOnMouseEntered(e -> Tooltip.install(text, new Tooltip(target)));
            text.addEventHandler(KeyEvent.KEY_PRESSED, e -> follow(e, target));
            links.add(text);
        }
        return text;
    }

    private void follow(KeyEvent event, String target) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            context.openLink(target);
            event.consume();
        }
    }

    private static Text styled(Text text, String styleClass) {
        text.getStyleClass().add(styleClass);
        return text;
    }

    RichText rich() {
        return rich;
    }

    void align(TextAlignment alignment) {
        flow.setTextAlignment(alignment);
    }

    List<Node> links() {
        return List.copyOf(links);
    }

    /** What is between two lines, in pixels. */
    double lineSpacing() {
        return flow.getLineSpacing();
    }

    double naturalWidth() {
        return Math.ceil(flow.prefWidth(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return naturalWidth();
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        flow.layout();
        drawBoxes();
        if (found != null) {
            found.draw(flow);
        }
        drawSelection();
    }

    private void drawBoxes() {
        getChildren().removeAll(boxes);
        boxes.clear();
        for (Span span : rich.spans()) {
            if (span.marks().contains(Mark.CODE)) {
                for (Rectangle2D area :
                        flow.getLayoutInfo()
                                .getSelectionGeometry(span.start(), span.end(), false)) {
                    boxes.add(box(area));
                }
            }
        }
        getChildren().addAll(0, boxes);
    }

    private Rectangle box(Rectangle2D area) {
        double air = context.em() * 0.06;
        Rectangle box =
                new Rectangle(
                        area.getMinX() - air,
                        area.getMinY(),
                        area.getWidth() + 2 * air,
                        area.getHeight());
        box.setArcWidth(context.em() * 0.5);
        box.setArcHeight(context.em() * 0.5);
        box.setManaged(false);
        box.getStyleClass().add("code-box");
        return box;
    }

    /** Selects from one character to before another; nothing if they are the same. */
    void select(int start, int end) {
        if (start != from || end != to) {
            from = start;
            to = end;
            drawSelection();
        }
    }

    private void drawSelection() {
        if (from >= to) {
            selection.getElements().clear();
        } else {
            selection.getElements().setAll(flow.getRangeShape(from, to, true));
        }
    }

    /**
     * Marks what is looked for.
     *
     * @param where in the text of this piece
     * @param which where the hit begins that the reader is at, or -1
     */
    void find(List<Range> where, int which) {
        if (found == null && !where.isEmpty()) {
            found = new FoundMarks();
            getChildren().addAll(getChildren().indexOf(selection), found.paths());
        }
        if (found != null) {
            found.set(where, which);
            found.draw(flow);
        }
    }

    /** Where the beginning of a part of the text is, in this region. */
    Rectangle2D areaOf(Range part) {
        List<Rectangle2D> areas =
                flow.getLayoutInfo().getSelectionGeometry(part.from(), part.to(), true);
        return areas.isEmpty() ? new Rectangle2D(0, 0, 0, 0) : areas.getFirst();
    }

    /** The place between two characters that is nearest, in this region's coordinates. */
    int hit(double x, double y) {
        if (rich.length() == 0 || y < 0) {
            return 0;
        }
        if (y > getHeight()) {
            return rich.length();
        }
        return Math.min(flow.getHitInfo(new Point2D(x, y)).getInsertionIndex(), rich.length());
    }

    /** The character under a point. */
    int charAt(double x, double y) {
        return flow.getHitInfo(new Point2D(x, y)).getCharIndex();
    }
}
