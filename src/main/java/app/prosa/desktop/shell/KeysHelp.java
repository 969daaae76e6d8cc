package app.prosa.desktop.shell;

import app.prosa.desktop.Icon;
import app.prosa.desktop.Shortcut;
import app.prosa.settings.Texts;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** All shortcuts at a glance, over the window until Esc. */
final class KeysHelp {
    private static final int COLUMNS = 2;

    private final Overlay overlay;
    private final Texts texts;

    KeysHelp(Overlay overlay, Texts texts) {
        this.overlay = overlay;
        this.texts = texts;
    }

    void toggle() {
        if (overlay.isOpen()) {
            overlay.close();
        } else {
            Button close = closer();
            overlay.open(card(close), close);
        }
    }

    private BorderPane card(Button close) {
        Label title = new Label(texts.get("keys.title"));
        title.getStyleClass().add("section-title");
        BorderPane head = new BorderPane();
        head.setLeft(title);
        head.setRight(close);
        ScrollPane rows = new ScrollPane(rows());
        rows.setFitToWidth(true);
        BorderPane card = new BorderPane(rows);
        card.setTop(head);
        card.getStyleClass().addAll("floating", "keys-help");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private Button closer() {
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().addAll("icon-button");
        close.setAccessibleText(texts.get("keys.close"));
        close.setOnAction(event -> overlay.close());
        return close;
    }

    private GridPane rows() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        Shortcut[] all = Shortcut.values();
        int height = Math.ceilDiv(all.length, COLUMNS);
        for (int i = 0; i < all.length; i++) {
            addRow(grid, i / height * 2, i % height, all[i]);
        }
        return grid;
    }

    private void addRow(GridPane grid, int column, int row, Shortcut shortcut) {
        Label name = new Label(texts.get(shortcut.textKey()));
        name.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHgrow(name, Priority.ALWAYS);
        Label keys = new Label(shortcut.display());
        keys.getStyleClass().add("key");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(keys, HPos.RIGHT);
        grid.add(name, column, row);
        grid.add(keys, column + 1, row);
    }
}
