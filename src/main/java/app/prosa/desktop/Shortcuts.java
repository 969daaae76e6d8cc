package app.prosa.desktop;

import app.prosa.conversation.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the {@link Shortcut}s of a window do. A page registers its own for as long as its node is
 * shown; the one registered last is asked first.
 */
public final class Shortcuts {
    private record Action(Shortcut shortcut, @Nullable Node within, IntPredicate handle) {
        boolean applies(Shortcut wanted) {
            return shortcut == wanted && (within == null || isShown(within));
        }
    }

    private final List<Action> actions = new ArrayList<>();

    /** Acts anywhere in the window. */
    public Subscription on(Shortcut shortcut, Runnable action) {
        return add(new Action(shortcut, null, always(action)));
    }

    /**
     * @param within the page: the action exists only while this is in the window and visible
     */
    public Subscription on(Shortcut shortcut, Node within, Runnable action) {
        return add(new Action(shortcut, within, always(action)));
    }

    /**
     * @param within as above, or null for the whole window
     * @param handle is given which of the shortcut's combinations was pressed, from 0, and says
     *     whether it did anything; otherwise the next one is asked
     */
    public Subscription offer(Shortcut shortcut, @Nullable Node within, IntPredicate handle) {
        return add(new Action(shortcut, within, handle));
    }

    /** Listens to the keys of a scene. */
    public void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> handle(event, false));
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> handle(event, true));
    }

    /** Bare Esc goes to the focused control first, everything else comes before it. */
    private void handle(KeyEvent event, boolean afterControls) {
        boolean bareEscape = event.getCode() == KeyCode.ESCAPE && !event.isShiftDown();
        if (!event.isConsumed() && bareEscape == afterControls && press(event)) {
            event.consume();
        }
    }

    private boolean press(KeyEvent event) {
        for (Shortcut shortcut : Shortcut.values()) {
            for (int i = 0; i < shortcut.combinations().size(); i++) {
                if (shortcut.combinations().get(i).match(event)) {
                    return run(shortcut, i);
                }
            }
        }
        return false;
    }

    /** Does what the key would do; also for menus and buttons. */
    public boolean run(Shortcut shortcut, int combination) {
        for (Action action : List.copyOf(actions).reversed()) {
            if (action.applies(shortcut) && action.handle().test(combination)) {
                return true;
            }
        }
        return false;
    }

    private Subscription add(Action action) {
        actions.add(action);
        return () -> actions.remove(action);
    }

    private static IntPredicate always(Runnable action) {
        return combination -> {
            action.run();
            return true;
        };
    }

    private static boolean isShown(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
