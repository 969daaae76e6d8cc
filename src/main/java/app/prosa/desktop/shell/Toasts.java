package app.prosa.desktop.shell;

import app.prosa.desktop.FxThread;
import app.prosa.desktop.Icon;
import app.prosa.settings.Texts;
import javafx.animation.FadeTransition;
import javafx.animation.PauseTransition;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableDoubleValue;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the window says in passing. A toast stays for twelve seconds that nobody points at it or has
 * the focus in it, since an undo that is gone before it was read is none.
 */
final class Toasts {
    private static final Duration STAYS = Duration.seconds(12);
    private static final Duration FADE = Duration.millis(150);
    private static final int AT_ONCE = 3;

    private final VBox box;
    private final Texts texts;

    Toasts(VBox box, Texts texts) {
        this.box = box;
        this.texts = texts;
        box.setPickOnBounds(false);
    }

    /**
     * Keeps them over the lower part of a pane, in its middle.
     *
     * @param foot how much of the pane's lower edge they leave free, in pixels
     */
    void keepOver(Region pane, ObservableDoubleValue foot) {
        // Not within the layout that moves the pane: a request for another one would be lost.
        FxThread.Latest<Double> place = new FxThread.Latest<>(free -> moveOver(pane, free));
        // Told of every change: of an invalidation one hears no more until somebody reads it.
        ChangeListener<Object> moved = (what, before, now) -> place.submit(foot.get());
        pane.boundsInParentProperty().addListener(moved);
        box.heightProperty().addListener(moved);
        box.widthProperty().addListener(moved);
        foot.addListener(moved);
    }

    private void moveOver(Region pane, double free) {
        Parent whole = box.getParent();
        if (whole != null) {
            Bounds all = whole.getLayoutBounds();
            Bounds over = whole.sceneToLocal(pane.localToScene(pane.getLayoutBounds()));
            StackPane.setMargin(
                    box,
                    new Insets(
                            0,
                            all.getMaxX() - over.getMaxX(),
                            all.getMaxY() - over.getMaxY() + free,
                            over.getMinX()));
        }
    }

    /**
     * @param action what the button says, or null for none
     */
    void show(String text, @Nullable String action, Runnable onAction) {
        HBox toast = new HBox();
        toast.getStyleClass().add("toast");
        toast.setAccessibleRole(AccessibleRole.TEXT);
        toast.setAccessibleText(text);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        toast.getChildren().add(label);
        if (action != null) {
            toast.getChildren().add(button(action, toast, onAction));
        }
        toast.getChildren().add(closer(toast));
        add(toast);
    }

    private void add(HBox toast) {
        if (box.getChildren().size() == AT_ONCE) {
            box.getChildren().removeFirst();
        }
        box.getChildren().add(toast);
        fadeIn(toast);
        leaveLater(toast);
        // There is no live region in JavaFX: a screen reader hears of a text that has changed.
        toast.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private Button button(String action, HBox toast, Runnable onAction) {
        Button button = new Button(action);
        button.getStyleClass().add("toast-action");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            box.getChildren().remove(toast);
            onAction.run();
        });
        return button;
    }

    private Button closer(HBox toast) {
        Button close = new Button("", Icon.CLOSE.small());
        close.getStyleClass().addAll("icon-button", "small");
        close.setAccessibleText(texts.get("shell.toast.close"));
        close.setOnAction(event -> box.getChildren().remove(toast));
        return close;
    }

    private void leaveLater(HBox toast) {
        PauseTransition stay = new PauseTransition(STAYS);
        stay.setOnFinished(event -> box.getChildren().remove(toast));
        Runnable pauseOrGo =
                () -> {
                    if (toast.isHover() || toast.isFocusWithin()) {
                        stay.stop();
                    } else {
                        stay.playFromStart();
                    }
                };
        toast.hoverProperty().addListener(change -> pauseOrGo.run());
        toast.focusWithinProperty().addListener(change -> pauseOrGo.run());
        toast.parentProperty()
                .addListener((property, before, now) -> {
                    if (now == null) {
                        stay.stop();
                    }
                });
        stay.play();
    }

    private void fadeIn(HBox toast) {
        if (!box.getScene().getPreferences().isReducedMotion()) {
            FadeTransition fade = new FadeTransition(FADE, toast);
            fade.setFromValue(0);
            fade.setToValue(1);
            fade.play();
        }
    }
}
