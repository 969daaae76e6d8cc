package app.prosa.desktop.conversations;

import app.prosa.desktop.conversations.Row.Header;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.input.KeyEvent;

/** The keys within the list. Headers are passed over. */
final class ListKeys {
    private final ListController controller;
    private final ListView<Row> list;

    ListKeys(ListController controller, ListView<Row> list) {
        this.controller = controller;
        this.list = list;
    }

    void pressed(KeyEvent event) {
        if (!list.equals(event.getTarget()) || event.isShortcutDown()) {
            return;
        }
        boolean done =
                switch (event.getCode()) {
                    case UP -> move(event, -1);
                    case DOWN -> move(event, 1);
                    case ENTER -> open();
                    case DELETE -> trash();
                    default -> false;
                };
        if (done) {
            event.consume();
        }
    }

    private boolean move(KeyEvent event, int step) {
        MultipleSelectionModel<Row> selection = list.getSelectionModel();
        int from = list.getFocusModel().getFocusedIndex();
        for (int i = from + step; i >= 0 && i < list.getItems().size(); i += step) {
            if (!(list.getItems().get(i) instanceof Header)) {
                if (!event.isShiftDown()) {
                    selection.clearSelection();
                }
                selection.select(i);
                controller.reveal(i);
                return true;
            }
        }
        if (step < 0) {
            controller.focusSearch();
        }
        return true;
    }

    private boolean open() {
        int chosen = controller.chosen();
        if (chosen == 1) {
            controller.withChosen(one -> one.forEach(controller::open));
        }
        return chosen > 0;
    }

    private boolean trash() {
        controller.withChosen(controller::trash);
        return true;
    }
}
