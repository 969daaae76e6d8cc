package app.prosa.desktop.shell;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Something laid over the window, until Esc or a click beside it; the focus then goes back. */
final class Overlay {
    private final Pane over;
    private @Nullable StackPane open;
    private @Nullable Node focusBefore;

    /**
     * @param over what it is laid upon
     */
    Overlay(Pane over) {
        this.over = over;
    }

    boolean isOpen() {
        return open != null;
    }

    /**
     * @param focus what of the card gets the focus
     */
    void open(Node card, Node focus) {
        focusBefore = over.getScene().getFocusOwner();
        StackPane layer = new StackPane(card);
        layer.getStyleClass().add("scrim");
        layer.setOnMouseClicked(event -> close());
        card.setOnMouseClicked(javafx.event.Event::consume);
        layer.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        open = layer;
        over.getChildren().add(layer);
        focus.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }

    void close() {
        over.getChildren().remove(open);
        open = null;
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
