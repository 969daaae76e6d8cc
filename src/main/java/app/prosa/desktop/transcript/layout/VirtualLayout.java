package app.prosa.desktop.transcript.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * Places the rows around an anchor, and no others: what it costs depends on the viewport, not on
 * the transcript. The total height is never known, nor needed.
 */
public final class VirtualLayout {
    private final RowHeights rows;
    private Anchor anchor = Anchor.TOP;
    private double viewport;
    private double paddingTop;
    private double paddingBottom;
    private List<Placed> placed = List.of();
    private double toBottom;

    public VirtualLayout(RowHeights rows) {
        this.rows = rows;
    }

    public void setViewport(double height, double top, double bottom) {
        viewport = height;
        paddingTop = top;
        paddingBottom = bottom;
    }

    public Anchor anchor() {
        return anchor;
    }

    public void setAnchor(Anchor anchor) {
        this.anchor = anchor;
    }

    /** Moves down by so many pixels; up if negative. */
    public void scroll(double dy) {
        anchor = new Anchor(anchor.slot(), anchor.row(), anchor.offset() + dy);
    }

    /** Shows the end at the next {@link #place}. */
    public void toEnd() {
        int slot = rows.slots() - 1;
        anchor = new Anchor(Math.max(slot, 0), Integer.MAX_VALUE, Double.MAX_VALUE / 4);
    }

    /** What the last {@link #place} placed, from top to bottom. */
    public List<Placed> placed() {
        return placed;
    }

    /** How far below the viewport the end is; infinite if that is not near. */
    public double toBottom() {
        return toBottom;
    }

    /** Finds the rows that show in the viewport. */
    public List<Placed> place() {
        placed = List.of();
        toBottom = 0;
        if (rows.slots() > 0 && clampToRows()) {
            normalise();
            fill();
            if (toBottom < 0) {
                scroll(toBottom);
                normalise();
                fill();
            }
        }
        return placed;
    }

    /** The anchor names a row that is there, the nearest one if its own is gone. */
    private boolean clampToRows() {
        int slot = Math.clamp(anchor.slot(), 0, rows.slots() - 1);
        Cursor cursor = new Cursor(slot, Math.clamp(anchor.row(), 0, lastRow(slot)));
        double offset = anchor.offset();
        if (rows.rows(slot) == 0) {
            if (!cursor.down() && !cursor.up()) {
                return false;
            }
            offset = cursor.slot < slot ? Double.MAX_VALUE / 4 : 0;
        } else if (slot != anchor.slot() || cursor.row != anchor.row()) {
            offset = anchor.row() > cursor.row || anchor.slot() > slot ? Double.MAX_VALUE / 4 : 0;
        }
        anchor = new Anchor(cursor.slot, cursor.row, offset);
        return true;
    }

    private int lastRow(int slot) {
        return Math.max(0, rows.rows(slot) - 1);
    }

    /** The anchor becomes the row that the upper edge of the viewport cuts. */
    private void normalise() {
        Cursor cursor = new Cursor(anchor.slot(), anchor.row());
        double offset = anchor.offset();
        while (offset >= cursor.height() && cursor.down()) {
            offset -= cursor.before;
        }
        offset = Math.min(offset, cursor.height());
        while (offset < 0 && cursor.up()) {
            offset += cursor.height();
        }
        anchor = new Anchor(cursor.slot, cursor.row, Math.max(offset, -paddingTop));
    }

    private void fill() {
        List<Placed> found = new ArrayList<>();
        Cursor cursor = new Cursor(anchor.slot(), anchor.row());
        double y = 0 - anchor.offset();
        boolean more = true;
        while (more && y < viewport) {
            double height = cursor.height();
            if (height > 0) {
                found.add(new Placed(cursor.slot, cursor.row, y, height));
            }
            y += height;
            more = cursor.down();
        }
        placed = List.copyOf(found);
        toBottom = more ? restBelow(cursor, y) : y + paddingBottom - viewport;
    }

    /** Looks a little further: near the end, how far it is matters. */
    private double restBelow(Cursor cursor, double y) {
        double bottom = y;
        do {
            bottom += cursor.height();
            if (bottom > viewport + 100) {
                return Double.POSITIVE_INFINITY;
            }
        } while (cursor.down());
        return bottom + paddingBottom - viewport;
    }

    /** Walks from row to row. */
    private final class Cursor {
        private int slot;
        private int row;

        /** The height of the row that {@link #down} left. */
        private double before;

        Cursor(int slot, int row) {
            this.slot = slot;
            this.row = row;
        }

        double height() {
            return rows.height(slot, row);
        }

        boolean down() {
            if (row + 1 < rows.rows(slot)) {
                before = height();
                row++;
                return true;
            }
            int next = slot + 1;
            while (next < rows.slots() && rows.rows(next) == 0) {
                next++;
            }
            if (next >= rows.slots()) {
                return false;
            }
            before = rows.rows(slot) == 0 ? 0 : height();
            slot = next;
            row = 0;
            return true;
        }

        boolean up() {
            if (row > 0 && rows.rows(slot) > 0) {
                row--;
                return true;
            }
            int previous = slot - 1;
            while (previous >= 0 && rows.rows(previous) == 0) {
                previous--;
            }
            if (previous < 0) {
                return false;
            }
            slot = previous;
            row = rows.rows(slot) - 1;
            return true;
        }
    }
}
