package app.prosa.desktop;

import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;

/** A page in a window on a screen that is not there, and hands for it. From the test's thread. */
public final class FxWindow {
    private final Stage stage;
    private final Parent root;

    private FxWindow(Stage stage, Parent root) {
        this.stage = stage;
        this.root = root;
    }

    public static FxWindow show(Callable<Node> page) throws Exception {
        return Fx.call(() -> {
            Parent root = (Parent) page.call();
            Stage stage = new Stage();
            Scene scene = new Scene(root, 900, 640);
            scene.getStylesheets().addAll(css("tokens"), css("app"));
            stage.setScene(scene);
            stage.show();
            return new FxWindow(stage, root);
        });
    }

    private static String css(String name) {
        String path = "/css/" + name + ".css";
        return Objects.requireNonNull(FxWindow.class.getResource(path), path).toExternalForm();
    }

    public void close() throws Exception {
        Fx.run(stage::close);
    }

    /** Presses what says this, or is called this, once it can be pressed. */
    public void press(String name) throws Exception {
        Fx.await(name, () -> button(name).filter(b -> !b.isDisabled()).isPresent());
        Fx.run(() -> button(name).orElseThrow().fire());
    }

    /** Types into the field of this name. */
    public void type(String name, String text) throws Exception {
        Fx.await(name, () -> field(name).filter(f -> !f.isDisabled()).isPresent());
        Fx.run(() -> {
            TextInputControl field = field(name).orElseThrow();
            field.requestFocus();
            field.setText(text);
        });
    }

    /** Waits until this text is to be read. */
    public void read(String beginning) throws Exception {
        Fx.await(
                beginning,
                () ->
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
        return nodes(root).filter(FxWindow::isShown);
    }

    /** On the JavaFX thread. */
    public void restyle(String style) {
        root.setStyle(style);
    }

    /** All there is, seen or not. */
    public Stream<Node> all() {
        return nodes(root);
    }

    private static Stream<Node> nodes(Node node) {
        Stream<Node> below =
                node instanceof Parent parent
                        ? parent.getChildrenUnmodifiable().stream().flatMap(FxWindow::nodes)
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
