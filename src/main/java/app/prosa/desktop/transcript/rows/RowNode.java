package app.prosa.desktop.transcript.rows;

import app.prosa.conversation.Author;
import app.prosa.desktop.transcript.find.Needle;
import app.prosa.desktop.transcript.find.Range;
import app.prosa.desktop.transcript.lines.Gap;
import app.prosa.desktop.transcript.lines.Line;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A row of the transcript: the gap above, the tint of the message, and the content. Not managed:
 * the view gives it its place and asks for its height.
 */
public abstract class RowNode extends Region {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final PseudoClass LAST = PseudoClass.getPseudoClass("last");
    private static final PseudoClass MUTED = PseudoClass.getPseudoClass("muted");

    /** Between two messages, in em. */
    private static final double BETWEEN = 1.4;

    private static final double TINT_SIDE = 1.143;
    private static final double TINT_END = 0.857;

    private final RowContext context;
    private final Region tint = new Region();
    private Line line;
    private Site site;
    private boolean begins;
    private @Nullable Needle soughtFor;
    private @Nullable Line soughtIn;
    private int soughtAt = -1;

    RowNode(RowContext context, Line line, Site site) {
        this.context = context;
        this.line = line;
        this.site = site;
        setManaged(false);
        getStyleClass().add("row");
        tint.setManaged(false);
        getChildren().add(tint);
        dress();
    }

    private void dress() {
        tint.setVisible(site.tint());
        tint.getStyleClass().setAll("tint", site.author() == Author.OPERATOR ? "operator" : "user");
        tint.pseudoClassStateChanged(FIRST, site.first());
        tint.pseudoClassStateChanged(LAST, site.last());
        pseudoClassStateChanged(MUTED, site.muted());
    }

    /**
     * @param begins it is the first row of its message
     */
    public final void setBegins(boolean begins) {
        this.begins = begins;
    }

    /** Whether this row is already what is asked for. */
    public final boolean shows(Line wanted, Site place) {
        return line.equals(wanted) && site.looksLike(place);
    }

    /** Becomes another row of its kind; false if it cannot. */
    public final boolean become(Line other, Site place) {
        if (!accepts(other)) {
            return false;
        }
        line = other;
        site = place;
        dress();
        renew(other);
        requestLayout();
        return true;
    }

    boolean accepts(@SuppressWarnings("unused") Line other) {
        return false;
    }

    void renew(Line other) {
        throw new IllegalStateException("A row of " + other.getClass() + " is not used again");
    }

    final RowContext context() {
        return context;
    }

    public final Line line() {
        return line;
    }

    public final Site site() {
        return site;
    }

    final double em() {
        return context.em();
    }

    private double above() {
        if (begins) {
            return BETWEEN * em();
        }
        return site.first() ? 0 : gap().em() * em();
    }

    Gap gap() {
        return line.gap();
    }

    private double insetTop() {
        return site.tint() && site.first() ? TINT_END * em() : 0;
    }

    private double insetBottom() {
        return site.tint() && site.last() ? TINT_END * em() : 0;
    }

    private double insetSide() {
        return site.tint() ? TINT_SIDE * em() : 0;
    }

    @Override
    protected final double computePrefHeight(double width) {
        double inner = contentHeight(width - 2 * insetSide());
        return above() + insetTop() + inner + insetBottom();
    }

    @Override
    protected final void layoutChildren() {
        boolean detached = begins || site.first();
        double tintTop = detached ? above() : 0;
        tint.resizeRelocate(0, tintTop, getWidth(), getHeight() - tintTop);
        double top = above() + insetTop();
        double side = insetSide();
        layoutContent(side, top, getWidth() - 2 * side, getHeight() - top - insetBottom());
    }

    abstract double contentHeight(double width);

    abstract void layoutContent(double x, double y, double width, double height);

    /** The place in the line's text that is nearest to a point of this row. */
    public int hit(double x, double y) {
        return 0;
    }

    /** What a point of this row links to. */
    public Optional<String> linkAt(double x, double y) {
        return Optional.empty();
    }

    public void select(int from, int to) {}

    /**
     * Marks what is looked for in this row, or nothing.
     *
     * @param which where in the line's text the hit begins that the reader is at, or -1
     */
    public final void find(@Nullable Needle needle, int which) {
        if (needle == null && soughtFor == null) {
            return;
        }
        if (needle != soughtFor || !line.equals(soughtIn) || which != soughtAt) {
            soughtFor = needle;
            soughtIn = line;
            soughtAt = which;
            mark(needle == null ? List.of() : needle.in(line.text()), which);
        }
    }

    @SuppressWarnings("unused")
    void mark(List<Range> hits, int which) {}

    /**
     * Scrolls sideways as far as needed to show a part of the line's text.
     *
     * @return where its beginning is, in this row
     */
    public Rectangle2D reveal(Range part) {
        return new Rectangle2D(0, 0, getWidth(), getHeight());
    }

    /** Scrolls sideways if it can. */
    public boolean scrollSideways(double dx) {
        return false;
    }

    /** What the Tab key can reach while the message has the focus, in order. */
    public List<Node> reachable() {
        return List.of();
    }

    /** The row is not shown any more. */
    public void dispose() {}

    static Region box(String... styleClasses) {
        Region region = new Region();
        region.setManaged(false);
        region.getStyleClass().addAll(styleClasses);
        return region;
    }
}
