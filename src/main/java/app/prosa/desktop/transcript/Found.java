package app.prosa.desktop.transcript;

import app.prosa.desktop.FxThread;
import app.prosa.desktop.transcript.find.Findings.Hit;
import app.prosa.desktop.transcript.find.Needle;
import app.prosa.desktop.transcript.layout.Anchor;
import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.lines.MessageLines;
import app.prosa.desktop.transcript.rows.RowNode;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Marks what is looked for in the rows that show, and goes to one hit after the other. */
final class Found {
    /** The hit comes to stand at this part of the viewport's height. */
    private static final double PLACE = 0.35;

    /** What stays free above a hit, in em: there is the field that it was asked for in. */
    private static final double ABOVE = TranscriptView.COVERED + 1;

    /** Below it there is the way to the end, unless this is the end. */
    private static final double BELOW = 4;

    /** What is read out around a hit, in characters to each side. */
    private static final int SPOKEN = 60;

    /** Heights become known on the way; more often than this they do not change. */
    private static final int STEPS = 6;

    private final Viewport viewport;
    private final FxThread.Latest<Way> next = new FxThread.Latest<>(this::go);
    private @Nullable Needle needle;
    private @Nullable Way way;
    private Needle.@Nullable Place at;
    private int slot = -1;

    /** Until then no row, shown or kept, has a mark to take away. */
    private boolean everLooked;

    /** On the way to a hit. */
    private static final class Way {
        final Hit hit;
        final Consumer<String> whenThere;
        int steps;

        Way(Hit hit, Consumer<String> whenThere) {
            this.hit = hit;
            this.whenThere = whenThere;
        }
    }

    Found(Viewport viewport) {
        this.viewport = viewport;
    }

    /** Marks all of it, or nothing. */
    void mark(@Nullable Needle wanted) {
        needle = wanted;
        everLooked |= wanted != null;
        way = null;
        slot = -1;
        at = null;
        paint();
    }

    /**
     * @param whenThere is handed the words around it
     */
    void goTo(Hit hit, Consumer<String> whenThere) {
        Way begun = new Way(hit, whenThere);
        way = begun;
        go(begun);
    }

    /** The rows were laid out: those on the way may be known now. */
    void laidOut() {
        if (way != null) {
            next.submit(way);
        }
        paint();
    }

    private void go(Way now) {
        if (now != way || needle == null) {
            return;
        }
        Slot there = viewport.slots().slot(now.hit.slot());
        MessageLines lines = there == null ? null : there.lines();
        if (there == null || lines == null) {
            if (now.steps++ == 0) {
                viewport.goTo(new Anchor(now.hit.slot(), 0, -viewport.getHeight() * PLACE));
            }
            return;
        }
        List<Needle.Place> places = needle.in(lines);
        if (places.isEmpty()) {
            way = null;
            return;
        }
        Needle.Place place = places.get(Math.min(now.hit.nth(), places.size() - 1));
        slot = now.hit.slot();
        at = place;
        if (!there.shows(place.row())) {
            there.unfolded().open(lines, place.row());
            viewport.refold(slot);
        }
        if (isInSight(place) || now.steps++ >= STEPS) {
            way = null;
            now.whenThere.accept(around(place, lines));
        }
        paint();
    }

    /** If it is not, it will be after the next layout, as far as heights are known. */
    private boolean isInSight(Needle.Place place) {
        for (Placed placed : viewport.placed()) {
            RowNode row = viewport.row(placed);
            if (placed.slot() == slot && placed.row() == place.row() && row != null) {
                Rectangle2D area = row.reveal(place.range());
                boolean end = viewport.rows().toBottom() <= Viewport.NEAR;
                double floor = viewport.getHeight() - (end ? 0 : BELOW * viewport.em());
                boolean inSight =
                        placed.y() + area.getMinY() >= ABOVE * viewport.em()
                                && placed.y() + area.getMaxY() <= floor;
                if (!inSight) {
                    goTo(place, area.getMinY());
                }
                return inSight;
            }
        }
        goTo(place, 0);
        return false;
    }

    private void goTo(Needle.Place place, double inRow) {
        viewport.goTo(new Anchor(slot, place.row(), inRow - viewport.getHeight() * PLACE));
    }

    private static String around(Needle.Place place, MessageLines lines) {
        String text = lines.lines().get(place.row()).text();
        int from = Math.max(0, place.range().from() - SPOKEN);
        int to = Math.min(text.length(), place.range().to() + SPOKEN);
        return text.substring(TextUnits.between(text, from), TextUnits.between(text, to));
    }

    private void paint() {
        if (!everLooked) {
            return;
        }
        for (Placed placed : viewport.placed()) {
            RowNode row = viewport.row(placed);
            if (row != null) {
                boolean here = at != null && placed.slot() == slot && placed.row() == at.row();
                row.find(needle, here && at != null ? at.range().from() : -1);
            }
        }
    }
}
