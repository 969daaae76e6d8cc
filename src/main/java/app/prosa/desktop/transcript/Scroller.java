package app.prosa.desktop.transcript;

import app.prosa.desktop.transcript.layout.Anchor;
import app.prosa.desktop.transcript.layout.Placed;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;

/**
 * The scroll bar. It counts messages, not pixels: the height of ten thousand messages is not known,
 * but which of them is at the upper edge is.
 */
final class Scroller extends ScrollBar {
    private final Viewport viewport;
    private boolean updating;

    Scroller(Viewport viewport) {
        this.viewport = viewport;
        setOrientation(Orientation.VERTICAL);
        setMin(0);
        setMax(1);
        setFocusTraversable(false);
        valueProperty().subscribe(value -> moved(value.doubleValue()));
    }

    /** Shows where the viewport is. */
    void update() {
        List<Placed> placed = viewport.placed();
        int size = viewport.slots().slots();
        if (placed.isEmpty() || size == 0) {
            setVisible(false);
            return;
        }
        double top = place(placed.getFirst(), 0);
        double bottom = place(placed.getLast(), viewport.getHeight());
        if (viewport.rows().toBottom() <= 1) {
            bottom = size;
        }
        double shown = Math.min(size, bottom - top);
        updating = true;
        setVisible(shown < size - 0.001);
        setVisibleAmount(shown / size);
        setBlockIncrement(Math.max(shown / size, 0.0005));
        setValue(shown >= size ? 0 : top / (size - shown));
        updating = false;
    }

    /** Which message is at a height of the viewport, and how far into it, by its rows. */
    private double place(Placed placed, double y) {
        double inRow = Math.clamp((y - placed.y()) / placed.height(), 0, 1);
        int rows = Math.max(1, viewport.slots().rows(placed.slot()));
        return placed.slot() + (placed.row() + inRow) / rows;
    }

    private void moved(double value) {
        if (updating) {
            return;
        }
        if (value >= 1) {
            viewport.follow();
            return;
        }
        int size = viewport.slots().slots();
        double at = value * (size - getVisibleAmount() * size);
        int slot = Math.clamp((int) at, 0, Math.max(0, size - 1));
        double row = (at - slot) * viewport.slots().rows(slot);
        double height = viewport.slots().height(slot, (int) row);
        viewport.goTo(new Anchor(slot, (int) row, (row - (int) row) * height));
    }
}
