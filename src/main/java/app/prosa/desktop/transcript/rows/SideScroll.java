package app.prosa.desktop.transcript.rows;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** How far the rows of one code block or table are scrolled sideways, together. */
final class SideScroll {
    private final DoubleProperty offset = new SimpleDoubleProperty();
    private final DoubleProperty hidden = new SimpleDoubleProperty();
    private boolean wrap;

    SideScroll(boolean wrap) {
        this.wrap = wrap;
    }

    DoubleProperty offset() {
        return offset;
    }

    /** How many pixels of the widest row seen so far do not fit. */
    DoubleProperty hidden() {
        return hidden;
    }

    boolean wraps() {
        return wrap;
    }

    void toggleWrap() {
        wrap = !wrap;
        reset();
    }

    /** The room has another width. */
    void reset() {
        hidden.set(0);
        offset.set(0);
    }

    void needs(double pixels) {
        if (!wrap && pixels > hidden.get()) {
            hidden.set(pixels);
        }
    }

    /** Scrolls no further than it must to show what is from one place to another. */
    void show(double from, double to, double room) {
        if (from < offset.get() || to > offset.get() + room) {
            scroll(from - offset.get() - Math.max(0, (room - (to - from)) / 2));
        }
    }

    /** Whether there was anything to scroll. */
    boolean scroll(double dx) {
        if (hidden.get() <= 0) {
            return false;
        }
        offset.set(Math.clamp(offset.get() + dx, 0, hidden.get()));
        return true;
    }
}
