package app.prosa.desktop.settings;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A window on a screen that is not there, and hands for it. From the test's thread. */
public final class Fx {
    private final Stage stage;
    private final Parent root;

    private Fx(Stage stage, Parent root) {
        this.stage = stage;
        this.root = root;
    }

    public static Fx show(Callable<Node> page) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        return on(() -> {
            Platform.setImplicitExit(false);
            Parent root = (Parent) page.call();
            Stage stage = new Stage();
            Scene scene = new Scene(root, 900, 640);
            scene.getStylesheets().addAll(css("tokens"), css("app"));
            stage.setScene(scene);
            stage.show();
            return new Fx(stage, root);
        });
    }

    private static String css(String name) {
        String path = "/css/" + name + ".css";
        return Objects.requireNonNull(Fx.class.getResource(path), path).toExternalForm();
    }

    public void close() {
        on(() -> {
            stage.close();
            return true;
        });
    }

    /** Asks on the JavaFX thread. */
    public static <T> T on(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }

    public static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> on(condition));
    }

    /** Presses what says this, or is called this. */
    public void press(String name) throws TimeoutException {
        until(() -> button(name).isPresent());
        on(() -> {
            button(name).orElseThrow().fire();
            return true;
        });
    }

    /** Types into the field of this name, and Enter. */
    public void type(String name, String text) throws TimeoutException {
        until(() -> field(name).isPresent());
        on(() -> {
            TextInputControl field = field(name).orElseThrow();
            field.requestFocus();
            field.setText(text);
            return true;
        });
    }

    /** Waits until this text is to be read. */
    public void read(String beginning) throws TimeoutException {
        until(() ->
                shown().anyMatch(n ->
                        n instanceof Labeled l
                                && l.getText() != null
                                && l.getText().startsWith(beginning)));
    }

    public Optional<ButtonBase> button(String name) {
        return controls(ButtonBase.class, b -> name.equals(b.getText()) || called(b, name));
    }

    public Optional<TextInputControl> field(String name) {
        return controls(
                TextInputControl.class, f -> called(f, name) || name.equals(f.getPromptText()));
    }

    private <N extends Node> Optional<N> controls(Class<N> type, Predicate<N> which) {
        return shown().filter(type::isInstance).map(type::cast).filter(which).findFirst();
    }

    private static boolean called(Node node, String name) {
        return name.equals(node.getAccessibleText());
    }

    /** All that can be seen. */
    public Stream<Node> shown() {
        return nodes(root).filter(Fx::isShown);
    }

    /** On the JavaFX thread. */
    public boolean restyle(String style) {
        root.setStyle(style);
        return true;
    }

    /** All there is, seen or not. */
    public Stream<Node> all() {
        return nodes(root);
    }

    private static Stream<Node> nodes(Node node) {
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(Fx::nodes)
                        : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }

    private static boolean isShown(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
