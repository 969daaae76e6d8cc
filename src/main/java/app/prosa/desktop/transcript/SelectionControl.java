package app.prosa.desktop.transcript;

import app.prosa.desktop.transcript.layout.Caret;
import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.layout.Selection;
import app.prosa.desktop.transcript.rows.RowNode;
import javafx.animation.AnimationTimer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;

/** Selecting with the mouse: press and drag, by word, by line, with Shift, beyond the edges. */
final class SelectionControl {
    private final Viewport viewport;
    private final AnimationTimer scrolling =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    scrollOn();
                }
            };

    private @Nullable Selection selection;

    /** What was selected by the press: a place, a word, or a line. */
    private @Nullable Selection pressed;

    private int clicks;
    private double x;
    private double y;

    SelectionControl(Viewport viewport) {
        this.viewport = viewport;
        viewport.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        viewport.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        viewport.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> scrolling.stop());
    }

    @Nullable Selection selection() {
        return selection;
    }

    boolean isEmpty() {
        return selection == null || selection.isEmpty();
    }

    void select(@Nullable Selection wanted) {
        selection = wanted;
        if (!isEmpty()) {
            viewport.unpin();
        }
        paint();
    }

    void clear() {
        scrolling.stop();
        pressed = null;
        select(null);
    }

    /** Shows the selection in the rows that show. */
    void paint() {
        for (Placed placed : viewport.placed()) {
            RowNode row = viewport.row(placed);
            if (row != null) {
                paint(row, placed);
            }
        }
    }

    private void paint(RowNode row, Placed placed) {
        Selection now = selection;
        if (now == null) {
            row.select(0, 0);
        } else {
            int length = row.line().text().length();
            row.select(
                    now.from(placed.slot(), placed.row(), length),
                    now.to(placed.slot(), placed.row(), length));
        }
    }

    private void press(MouseEvent event) {
        Caret caret = viewport.caretAt(event.getX(), event.getY());
        if (event.getButton() != MouseButton.PRIMARY || caret == null) {
            return;
        }
        clicks = event.getClickCount();
        Selection unit = unit(caret);
        if (event.isShiftDown() && selection != null) {
            pressed = new Selection(selection.anchor(), selection.anchor());
            select(pressed.extendedTo(unit));
        } else {
            pressed = unit;
            select(unit);
        }
    }

    private Selection unit(Caret caret) {
        String text = text(caret);
        int offset = Math.min(caret.offset(), text.length());
        TextUnits.Range range =
                switch (clicks) {
                    case 1 -> {
                        int between = TextUnits.between(text, offset);
                        yield new TextUnits.Range(between, between);
                    }
                    case 2 -> TextUnits.word(text, offset);
                    default -> TextUnits.line(text, offset);
                };
        return new Selection(
                new Caret(caret.slot(), caret.row(), range.start()),
                new Caret(caret.slot(), caret.row(), range.end()));
    }

    private String text(Caret caret) {
        Slot slot = viewport.slots().slot(caret.slot());
        return slot == null || caret.row() >= slot.all().size()
                ? ""
                : slot.all().get(caret.row()).text();
    }

    private void drag(MouseEvent event) {
        if (pressed == null || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        x = event.getX();
        y = event.getY();
        extend();
        if (beyond() == 0) {
            scrolling.stop();
        } else {
            scrolling.start();
        }
    }

    private void extend() {
        Selection from = pressed;
        Caret caret = viewport.caretAt(x, Math.clamp(y, 0, viewport.getHeight() - 1));
        if (from != null && caret != null) {
            select(from.extendedTo(unit(caret)));
        }
    }

    /** How far the mouse is outside, in pixels; negative above. */
    private double beyond() {
        return y < 0 ? y : Math.max(0, y - viewport.getHeight());
    }

    /** The farther out, the faster. */
    private void scrollOn() {
        viewport.scrollBy(Math.clamp(beyond() / 4, -60, 60));
        viewport.layout();
        extend();
    }
}
