package app.prosa.desktop.transcript;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.lines.LiveLines;
import app.prosa.desktop.transcript.lines.MessageLines;
import app.prosa.desktop.transcript.rows.Site;
import app.prosa.desktop.transcript.rows.Unfolded;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A position whose message is at hand: its lines, and their heights as far as they are known. */
final class Slot {
    private static final Logger LOG = LoggerFactory.getLogger(Slot.class);

    private final int position;
    private final Unfolded unfolded;
    private final LiveLines live = new LiveLines();
    private Message wanted;
    private boolean making;
    private volatile boolean broken;
    private @Nullable MessageLines made;
    private @Nullable MessageLines lines;
    private @Nullable Delivery delivery;
    private double[] heights = {};
    private int lastTinted = -1;

    Slot(int position, Message message, Unfolded unfolded) {
        this.position = position;
        this.wanted = message;
        this.unfolded = unfolded;
    }

    Message message() {
        return wanted;
    }

    /**
     * Another state of the message.
     *
     * @return whether its lines must be made
     */
    boolean want(Message message) {
        boolean other = !message.equals(wanted);
        wanted = message;
        return (other || lines == null) && !making;
    }

    /** Makes the lines; off the JavaFX thread, one call at a time. */
    MessageLines make(Message message) {
        try {
            return broken ? MessageLines.raw(message) : live.next(message);
        } catch (RuntimeException e) {
            // A fault of ours in cutting its text: the message is read all the same, and as this
            // runs in the background, where nobody would hear of it, the row would stay empty.
            LOG.warn("The message {} is shown raw", message.id(), e);
            return MessageLines.raw(message);
        }
    }

    /**
     * It could not be drawn.
     *
     * @return whether to try again with its raw text
     */
    boolean fallBack() {
        boolean first = !broken;
        broken = true;
        return first;
    }

    void setMaking(boolean making) {
        this.making = making;
    }

    /** Whether the lines are not those of the latest state. */
    boolean isBehind() {
        return lines == null || !lines.message().equals(wanted);
    }

    @Nullable MessageLines lines() {
        return lines;
    }

    List<Line> all() {
        return lines == null ? List.of() : lines.lines();
    }

    Unfolded unfolded() {
        return unfolded;
    }

    /** Takes new lines; those that did not change keep their height. */
    void accept(MessageLines newly) {
        made = newly;
        show(newly.with(delivery));
    }

    /** How far the message is on its way to somebody elsewhere. */
    void deliver(@Nullable Delivery now) {
        if (!Objects.equals(now, delivery)) {
            delivery = now;
            if (made != null) {
                show(made.with(now));
            }
        }
    }

    private void show(MessageLines shown) {
        List<Line> before = all();
        List<Line> now = shown.lines();
        double[] known = new double[now.size()];
        Arrays.fill(known, Double.NaN);
        int tinted = lastTinted(shown);
        int same = 0;
        while (same < Math.min(before.size(), now.size())
                && before.get(same).equals(now.get(same))
                && (same != lastTinted) == (same != tinted)) {
            known[same] = heights[same];
            same++;
        }
        lines = shown;
        heights = known;
        lastTinted = tinted;
    }

    private static int lastTinted(MessageLines shown) {
        Author author = shown.message().author();
        if (author != Author.USER && author != Author.OPERATOR) {
            return -1;
        }
        int last = shown.lines().size() - 1;
        while (last >= 0 && isBelowTint(shown.lines().get(last))) {
            last--;
        }
        return last;
    }

    private static boolean isBelowTint(Line line) {
        return line instanceof Line.Footer
                || line instanceof Line.Notice
                || line instanceof Line.Undelivered
                || line instanceof Line.CutShort
                || line instanceof Line.Writing;
    }

    void forgetHeights() {
        Arrays.fill(heights, Double.NaN);
    }

    boolean shows(int row) {
        return lines != null && unfolded.shows(lines, row);
    }

    /** NaN if it is not known. */
    double height(int row) {
        return heights[row];
    }

    void setHeight(int row, double height) {
        heights[row] = height;
    }

    Site site(int row) {
        return new Site(
                position,
                wanted.author(),
                unfolded,
                row <= lastTinted,
                row == 0 && lastTinted >= 0,
                row == lastTinted,
                lines != null && lines.isReasoning(row));
    }
}
