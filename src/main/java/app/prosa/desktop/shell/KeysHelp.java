package app.prosa.desktop.shell;

import app.prosa.desktop.Icon;
import app.prosa.desktop.Shortcut;
import app.prosa.settings.Texts;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** All shortcuts at a glance, over the window until Esc. */
final class KeysHelp {
    private static final int COLUMNS = 2;

    private final Pane over;
    private final Texts texts;
    private @Nullable StackPane open;
    private @Nullable Node focusBefore;

    /**
     * @param over what it is laid upon
     */
    KeysHelp(Pane over, Texts texts) {
        this.over = over;
        this.texts = texts;
    }

    void toggle() {
        if (open == null) {
            show();
        } else {
            close();
        }
    }

    private void show() {
        focusBefore = over.getScene().getFocusOwner();
        Button close = closer();
        StackPane layer = new StackPane(card(close));
        layer.getStyleClass().add("scrim");
        layer.setOnMouseClicked(event -> close());
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        open = layer;
        over.getChildren().add(layer);
        close.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    private void close() {
        over.getChildren().remove(open);
        open = null;
        if (focusBefore != null) {
            focusBefore.requestFocus();
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
        card.setOnMouseClicked(javafx.event.Event::consume);
        return card;
    }

    private Button closer() {
        Button close = new Button("", Icon.CLOSE.node());
        close.getStyleClass().addAll("icon-button");
        close.setAccessibleText(texts.get("keys.close"));
        close.setOnAction(event -> close());
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
