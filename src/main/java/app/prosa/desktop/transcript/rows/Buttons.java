package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/** The small buttons of the transcript. The Tab key reaches those of the focused message only. */
final class Buttons {
    private Buttons() {}

    static Button icon(Icon icon, String name, Runnable action) {
        Button button = new Button("", icon.small());
        button.getStyleClass().addAll("icon-button", "small");
        button.setAccessibleText(name);
        // A tooltip is a window of its own: too dear to make one for every button that scrolls by.
        button.setOnMouseEntered(e -> button.setTooltip(new Tooltip(button.getAccessibleText())));
        button.setFocusTraversable(false);
        button.setOnAction(e -> action.run());
        return button;
    }
}
