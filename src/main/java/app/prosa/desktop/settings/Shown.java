package app.prosa.desktop.settings;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What comes and goes on the page: parts, folds, and lines that say how it is going. */
public final class Shown {
    private static final List<String> STATES = List.of("running", "passed", "failed");

    private Shown() {}

    /** A part that is not shown takes no room. */
    public static void when(Node node, boolean shown) {
        node.setManaged(shown);
        node.setVisible(shown);
    }

    public static void line(Label label, Progress progress) {
        label.setText(progress.sentence());
        when(label, !progress.sentence().isEmpty());
        label.getStyleClass().removeAll(STATES);
        switch (progress) {
            case Progress.Idle() -> {}
            case Progress.Running _ -> label.getStyleClass().add("running");
            case Progress.Passed _ -> label.getStyleClass().add("passed");
            case Progress.Failed _ -> label.getStyleClass().add("failed");
        }
    }

    /** The head opens and closes the details, and has a sign at its end that says so. */
    static void fold(ToggleButton head, HBox line, Node details) {
        Region sign = new Region();
        sign.getStyleClass().add("settings-fold-sign");
        line.getChildren().add(sign);
        // A button's graphic is as wide as it likes to be; this one fills the button.
        line.prefWidthProperty().bind(head.widthProperty().subtract(2));
        details.managedProperty().bind(head.selectedProperty());
        details.visibleProperty().bind(head.selectedProperty());
    }
}
