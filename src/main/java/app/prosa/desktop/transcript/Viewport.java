package app.prosa.desktop.transcript;

import app.prosa.desktop.transcript.layout.Anchor;
import app.prosa.desktop.transcript.layout.Caret;
import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.layout.VirtualLayout;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.rows.RowContext;
import app.prosa.desktop.transcript.rows.RowFactory;
import app.prosa.desktop.transcript.rows.RowNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Draws the rows that show, and scrolls. */
final class Viewport extends Region implements Slots.Host {
    private static final Logger LOG = LoggerFactory.getLogger(Viewport.class);

    /** As close to the end as counts for being there, in pixels. */
    static final double NEAR = 16;

    private static final int AHEAD = 12;

    private final Slots slots;
    private final VirtualLayout layout;
    private final RowPool pool;
    private final Measures measures = new Measures(this::requestLayout);
    private final Set<Integer> undrawable = new HashSet<>();
    private final Rectangle clip = new Rectangle();
    private final Supplier<Boolean> wraps;
    private Runnable onLayout = () -> {};
    private boolean following = true;
    private boolean movedDown;
    private boolean moved;
    private boolean layingOut;

    /** The reader goes elsewhere: what is placed now is not where they are. */
    private boolean leaving;

    private boolean unseen;

    /** What stays free above the first message, in em. */
    private double above;

    Viewport(Executor background, RowContext context, Supplier<Boolean> wraps) {
        this.wraps = wraps;
        slots = new Slots(background, this);
        layout = new VirtualLayout(slots);
        getStyleClass().add("transcript-viewport");
        getChildren().addAll(measures.probes());
        pool = new RowPool(getChildren(), new RowFactory(context));
        setClip(clip);
    }

    Slots slots() {
        return slots;
    }

    VirtualLayout rows() {
        return layout;
    }

    void setOnLayout(Runnable onLayout) {
        this.onLayout = onLayout;
    }

    void setWide(boolean wide) {
        measures.setWide(wide);
        requestLayout();
    }

    void setAbove(double em) {
        above = em;
        requestLayout();
    }

    void show(TranscriptSource source, ScrollPosition position) {
        pool.clear();
        following = position.following();
        slots.setSource(source, following ? source.size() - 1 : position.anchor().slot());
        unseen = false;
        leaving = true;
        layout.setAnchor(position.anchor());
        requestLayout();
    }

    ScrollPosition position() {
        return new ScrollPosition(following, layout.anchor());
    }

    // Scrolling

    boolean isFollowing() {
        return following;
    }

    /** Stays where it is while text arrives, until the reader goes to the end. */
    void unpin() {
        following = false;
        requestLayout();
    }

    void follow() {
        following = true;
        requestLayout();
    }

    void toTop() {
        goTo(new Anchor(0, 0, -Double.MAX_VALUE / 4));
    }

    void goTo(Anchor anchor) {
        following = false;
        leaving = true;
        layout.setAnchor(anchor);
        requestLayout();
    }

    void scrollBy(double dy) {
        following = false;
        leaving = true;
        moved = true;
        movedDown = dy > 0;
        layout.scroll(dy);
        requestLayout();
    }

    /** Scrolls the code block or table at a height, if it is wider than the column. */
    void scrollSideways(double y, double dx) {
        Placed placed = placedAt(y);
        RowNode row = placed == null ? null : row(placed);
        if (row != null) {
            row.scrollSideways(dx);
        }
    }

    /** Something new is below that the reader has not seen. */
    boolean hasNew() {
        return unseen && !following;
    }

    // What changes

    @Override
    public void change(Runnable change) {
        Placed steady = following || leaving ? null : steady();
        change.run();
        if (steady != null) {
            layout.setAnchor(new Anchor(steady.slot(), steady.row(), -steady.y()));
        }
        requestLayout();
    }

    @Override
    public void news() {
        unseen = !following;
    }

    /** The first row that shows text: that one does not move, whatever changes around it. */
    private @Nullable Placed steady() {
        for (Placed placed : layout.placed()) {
            if (slots.isReady(placed.slot())) {
                return placed;
            }
        }
        return null;
    }

    /** Rows of a slot show more or less than before. */
    @Override
    public void refold(int position) {
        change(() -> {
            slots.forgetHeights(position);
            pool.forget(position);
        });
    }

    @Override
    public boolean wrapsCode() {
        return wraps.get();
    }

    // Layout

    @Override
    public double em() {
        return measures.em();
    }

    @Override
    public double measure(Slot slot, int position, int row) {
        try {
            RowNode node = node(slot, position, row);
            node.applyCss();
            return snapSizeY(node.prefHeight(measures.columnWidth()));
        } catch (RuntimeException e) {
            // Whatever it is about this message, it must not take the window with it.
            LOG.warn("The message {} cannot be drawn", slot.message().id(), e);
            undrawable.add(position);
            return 0;
        }
    }

    private RowNode node(Slot slot, int position, int row) {
        Line line = slot.all().get(row);
        return pool.obtain(position, row, line, slot.site(row));
    }

    /** Rows that come and go while they are laid out ask for no other layout. */
    @Override
    public void requestLayout() {
        if (!layingOut) {
            super.requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        layingOut = true;
        try {
            layoutRows();
        } finally {
            layingOut = false;
        }
        undrawable.forEach(pool::forget);
        undrawable.forEach(slots::fallBack);
        undrawable.clear();
        onLayout.run();
    }

    private void layoutRows() {
        if (measures.take(getWidth())) {
            slots.forgetHeights();
        }
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        layout.setViewport(getHeight(), above * em(), em() * 1.7);
        if (following) {
            layout.toEnd();
        }
        List<Placed> placed = layout.place();
        leaving = false;
        settleFollowing();
        placeRows(placed);
        if (!placed.isEmpty()) {
            slots.keepAround(placed.getFirst().slot(), placed.getLast().slot(), AHEAD);
        }
    }

    /** The reader who comes down to the end stays there; who goes up, leaves it. */
    private void settleFollowing() {
        if (moved) {
            following = layout.toBottom() <= (movedDown ? NEAR : 0.5);
            moved = false;
        }
        if (following) {
            unseen = false;
        }
    }

    private void placeRows(List<Placed> placed) {
        double x = columnX();
        for (Placed place : placed) {
            Slot slot = slots.slot(place.slot());
            if (slot != null && slot.lines() != null) {
                RowNode node = node(slot, place.slot(), place.row());
                node.resizeRelocate(
                        x, snapPositionY(place.y()), measures.columnWidth(), place.height());
            }
        }
        pool.show(placed);
    }

    private double columnX() {
        return Math.floor((getWidth() - measures.columnWidth()) / 2);
    }

    // Who is where

    List<Placed> placed() {
        return layout.placed();
    }

    @Nullable RowNode row(Placed placed) {
        return pool.find(placed.slot(), placed.row());
    }

    RowPool pool() {
        return pool;
    }

    /** The row at a height; the nearest one where there is none. */
    @Nullable Placed placedAt(double y) {
        Placed nearest = null;
        for (Placed placed : layout.placed()) {
            if (nearest == null || placed.y() <= y) {
                nearest = placed;
            }
        }
        return nearest;
    }

    /** The place in the text that is nearest to a point. */
    @Nullable Caret caretAt(double x, double y) {
        Placed placed = placedAt(y);
        RowNode row = placed == null ? null : row(placed);
        if (placed == null || row == null) {
            return null;
        }
        int offset = row.hit(x - row.getLayoutX(), y - row.getLayoutY());
        return new Caret(placed.slot(), placed.row(), offset);
    }

    /** Where a slot shows, or null. */
    @Nullable Bounds boundsOf(int position) {
        double top = Double.NaN;
        double bottom = 0;
        for (Placed placed : layout.placed()) {
            if (placed.slot() == position) {
                top = Double.isNaN(top) ? placed.y() : top;
                bottom = placed.bottom();
            }
        }
        return Double.isNaN(top)
                ? null
                : new BoundingBox(columnX(), top, measures.columnWidth(), bottom - top);
    }
}
