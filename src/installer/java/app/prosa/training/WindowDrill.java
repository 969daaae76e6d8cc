package app.prosa.training;

import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Window;

/** Somebody at the keyboard: a chat, a search, a look at the settings. */
final class WindowDrill {
    private static final int TRIES = 600;
    private static final int PAUSE_MILLIS = 100;
    private static final int TURNS = 3;

    /** A robot has no key that is called by its use. */
    private static final KeyCode SHORTCUT =
            System.getProperty("os.name").startsWith("Mac") ? KeyCode.COMMAND : KeyCode.CONTROL;

    void run() throws InterruptedException {
        await("a toolkit", Fx::isThere);
        await("a composer that has the keys", () -> Fx.get(() -> focused(".composer")));
        for (int turn = 0; turn < TURNS; turn++) {
            type(KeyCode.H, KeyCode.E, KeyCode.L, KeyCode.L, KeyCode.O, KeyCode.ENTER);
            await(
                    "an answer that is being written",
                    () -> Fx.get(() -> visible(".composer .stop")));
            await("an answer that is there", () -> Fx.get(() -> !visible(".composer .stop")));
        }
        with(KeyCode.F);
        type(KeyCode.H, KeyCode.E, KeyCode.ESCAPE);
        with(KeyCode.K);
        await("a search that has the keys", () -> Fx.get(() -> focused(".search-box")));
        type(KeyCode.H, KeyCode.E, KeyCode.L);
        settle();
        type(KeyCode.ESCAPE);
        with(KeyCode.N);
        with(KeyCode.COMMA);
        settle();
        with(KeyCode.COMMA);
        with(KeyCode.DIGIT1);
        settle();
    }

    private static void type(KeyCode... keys) throws InterruptedException {
        for (KeyCode key : keys) {
            Fx.run(() -> new Robot().keyType(key));
        }
        settle();
    }

    private static void with(KeyCode key) throws InterruptedException {
        Fx.run(() -> {
            Robot robot = new Robot();
            robot.keyPress(SHORTCUT);
            robot.keyType(key);
            robot.keyRelease(SHORTCUT);
        });
        settle();
    }

    /** For what the window puts off until it is quiet: nothing here waits for a certain end. */
    private static void settle() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(5L * PAUSE_MILLIS);
    }

    private static void await(String what, BooleanSupplier there) throws InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            if (there.getAsBoolean()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("There was never " + what);
    }

    private static boolean visible(String selector) {
        for (Window window : Window.getWindows()) {
            Scene scene = window.getScene();
            Node node = scene == null ? null : scene.getRoot().lookup(selector);
            if (node != null && node.isVisible() && node.isManaged()) {
                return true;
            }
        }
        return false;
    }

    private static boolean focused(String selector) {
        for (Window window : Window.getWindows()) {
            Scene scene = window.getScene();
            Node owner = scene == null ? null : scene.getFocusOwner();
            Node place = scene == null ? null : scene.getRoot().lookup(selector);
            if (owner != null && place != null && isInside(owner, place)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInside(Node node, Node place) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(place)) {
                return true;
            }
        }
        return false;
    }
}
