package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import app.prosa.desktop.transcript.layout.Anchor;
import app.prosa.desktop.transcript.rows.RowNode;
import app.prosa.settings.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The message that the keyboard is on, and the ring around it. */
final class MessageFocus {
    private static final int SPOKEN = 200;

    private final Viewport viewport;
    private final Texts texts;
    private final Region ring = new Region();
    private int slot = -1;

    MessageFocus(Viewport viewport, Texts texts) {
        this.viewport = viewport;
        this.texts = texts;
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.getStyleClass().add("message-ring");
        ring.setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    Region ring() {
        return ring;
    }

    /** -1 if there is none. */
    int slot() {
        return slot;
    }

    void set(int wanted) {
        slot = wanted;
        Slot now = slot < 0 ? null : viewport.slots().slot(slot);
        ring.setAccessibleText(now == null ? "" : spoken(now.message()));
        viewport.requestLayout();
    }

    private String spoken(Message message) {
        String text = message.text().strip();
        String start = text.substring(0, TextUnits.between(text, Math.min(SPOKEN, text.length())));
        String key =
                switch (message.author()) {
                    case USER -> "transcript.spoken.user";
                    case ASSISTANT -> "transcript.spoken.assistant";
                    case OPERATOR -> "transcript.spoken.operator";
                    case NOTE -> "transcript.spoken.note";
                };
        return texts.get(key, start);
    }

    /**
     * One message on, or a step within one that is higher than the viewport.
     *
     * @param direction 1 down, -1 up
     */
    void step(int direction) {
        Bounds bounds = slot < 0 ? null : viewport.boundsOf(slot);
        double step = viewport.em() * 4;
        if (bounds == null) {
            enter(direction);
        } else if (direction > 0 && bounds.getMaxY() > viewport.getHeight() + 1) {
            viewport.scrollBy(step);
        } else if (direction < 0 && bounds.getMinY() < -1) {
            viewport.scrollBy(-step);
        } else {
            move(direction);
        }
    }

    private void enter(int direction) {
        var placed = viewport.placed();
        if (!placed.isEmpty()) {
            set(direction > 0 ? placed.getFirst().slot() : placed.getLast().slot());
        }
    }

    private void move(int direction) {
        int next = slot + direction;
        while (next >= 0 && next < viewport.slots().slots() && viewport.slots().rows(next) == 0) {
            next += direction;
        }
        if (next < 0 || next >= viewport.slots().slots()) {
            viewport.scrollBy(direction * viewport.em() * 4);
            return;
        }
        set(next);
        intoSight(direction);
    }

    private void intoSight(int direction) {
        Bounds bounds = viewport.boundsOf(slot);
        if (bounds == null) {
            viewport.scrollBy(direction * viewport.em() * 6);
        } else if (bounds.getMaxY() > viewport.getHeight()) {
            double hidden = bounds.getMaxY() - viewport.getHeight();
            viewport.scrollBy(Math.min(hidden, Math.max(0, bounds.getMinY())));
        } else if (bounds.getMinY() < 0) {
            viewport.scrollBy(Math.max(bounds.getMinY(), -viewport.getHeight() / 2));
        }
    }

    void reveal(int position) {
        set(position);
        viewport.goTo(new Anchor(position, 0, 0));
    }

    /** Draws the ring, and lets the Tab key into this message only. */
    void update(boolean shown) {
        Bounds bounds = slot < 0 ? null : viewport.boundsOf(slot);
        ring.setVisible(shown && bounds != null);
        if (bounds != null) {
            double gap = viewport.em() * 0.85;
            ring.resizeRelocate(
                    bounds.getMinX() - gap,
                    bounds.getMinY() + gap,
                    bounds.getWidth() + 2 * gap,
                    bounds.getHeight() - gap / 2);
        }
        for (RowNode row : viewport.pool().all()) {
            boolean mine = row.site().slot() == slot && row.isVisible();
            row.reachable().forEach(node -> node.setFocusTraversable(mine));
        }
    }

    /** The controls of the focused message, in order. */
    List<Node> controls() {
        List<Node> all = new ArrayList<>();
        for (RowNode row : viewport.pool().all()) {
            if (row.site().slot() == slot && row.isVisible()) {
                all.addAll(row.reachable());
            }
        }
        return all;
    }
}
