package app.prosa.desktop.caret;

import app.prosa.desktop.FxThread;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * Blinks for ten seconds after the last key, and then stands still, as in other programs.
 *
 * <p>JavaFX blinks with an animation without end: as long as any field has the focus, all of the
 * window is asked sixty times a second whether something has changed. Here nothing happens between
 * two blinks.
 */
final class Caret {
    static final int BLINK_MILLIS = 500;

    /** Even, so that it stands still where it can be seen. */
    static final int BLINKS = 20;

    private static final boolean SHOWN_WITH_SELECTION =
            System.getProperty("os.name").startsWith("Windows");

    /** Runs something on the JavaFX thread after one blink. */
    interface Clock {
        Clock SYSTEM =
                action ->
                        CompletableFuture.delayedExecutor(
                                        BLINK_MILLIS, TimeUnit.MILLISECONDS, FxThread::run)
                                .execute(action);

        void afterBlink(Runnable action);
    }

    private final TextInputControl field;
    private final EventHandler<KeyEvent> key = _ -> blink();
    private final Clock clock;
    private final @Nullable Node drawn;
    private final SimpleBooleanProperty lit = new SimpleBooleanProperty(true);

    /** Counts the starts: a blink of an earlier one is none. */
    private int started;

    /**
     * @param skin the content of the field's skin, in which the caret is found
     */
    Caret(TextInputControl field, Iterable<Node> skin, Clock clock) {
        this.field = field;
        this.clock = clock;
        this.drawn = find(skin);
        if (drawn != null) {
            drawn.opacityProperty().unbind();
            drawn.opacityProperty().bind(opacity());
            // JavaFX tells of those keys alone that move the caret.
            field.addEventFilter(KeyEvent.KEY_PRESSED, key);
        }
    }

    private DoubleBinding opacity() {
        return Bindings.createDoubleBinding(
                () -> isShown() ? 1.0 : 0.0,
                lit,
                field.focusedProperty(),
                field.editableProperty(),
                field.disabledProperty(),
                field.caretPositionProperty(),
                field.anchorProperty());
    }

    private boolean isShown() {
        boolean selected = field.getCaretPosition() != field.getAnchor();
        return lit.get()
                && field.isFocused()
                && field.isEditable()
                && !field.isDisabled()
                && (SHOWN_WITH_SELECTION || !selected);
    }

    /** Of what a field draws, only the caret has its opacity bound. */
    private static @Nullable Node find(Iterable<Node> nodes) {
        for (Node node : nodes) {
            if (node instanceof Path && node.opacityProperty().isBound()) {
                return node;
            }
            Node inside = find(children(node));
            if (inside != null) {
                return inside;
            }
        }
        return null;
    }

    private static Iterable<Node> children(Node node) {
        return switch (node) {
            // Its own skin, which would make the content its child, comes later.
            case ScrollPane pane when pane.getContent() != null -> List.of(pane.getContent());
            case Parent parent -> parent.getChildrenUnmodifiable();
            default -> List.of();
        };
    }

    /** False where JavaFX draws a field in another way: there it keeps its own blinking. */
    boolean isFound() {
        return drawn != null;
    }

    /** Shows it, and blinks from now on. */
    void blink() {
        stand();
        next(started, BLINKS);
    }

    /** Shows it without blinking. */
    void stand() {
        started++;
        lit.set(true);
    }

    private void next(int start, int left) {
        if (left > 0) {
            clock.afterBlink(() -> {
                if (start == started) {
                    lit.set(!lit.get());
                    next(start, left - 1);
                }
            });
        }
    }

    void dispose() {
        started++;
        field.removeEventFilter(KeyEvent.KEY_PRESSED, key);
        if (drawn != null) {
            drawn.opacityProperty().unbind();
        }
    }
}
