package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.conversations.Row.Item;
import app.prosa.settings.Texts;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What the right mouse button and the menu key offer for a conversation. */
final class RowMenu {
    private final ListController list;
    private final Texts texts;

    RowMenu(ListController list, Texts texts) {
        this.list = list;
        this.texts = texts;
    }

    /** Belongs to the cell, and acts on what it shows when it is opened. */
    ContextMenu of(ListCell<Row> cell) {
        ContextMenu menu = cell.getContextMenu();
        return menu != null ? menu : made(cell);
    }

    private ContextMenu made(ListCell<Row> cell) {
        ContextMenu menu = new ContextMenu();
        // The items are made when they are wanted: most cells never show theirs.
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(event -> {
            if (cell.getItem() instanceof Item item) {
                menu.getItems().setAll(items(item.conversation()));
            }
        });
        return menu;
    }

    private List<MenuItem> items(Conversation conversation) {
        if (list.isOneOfMany(conversation)) {
            return List.of(
                    danger(
                            texts.get("list.deleteMany", list.chosen()),
                            () -> list.withChosen(list::trash)));
        }
        MenuItem rename = item(texts.get("list.rename"), () -> list.rename(conversation));
        rename.setAccelerator(Shortcut.RENAME.combinations().getFirst());
        String pin = conversation.pinned() ? texts.get("list.unpin") : texts.get("list.pin");
        return List.of(
                rename,
                item(pin, () -> list.pin(conversation)),
                new SeparatorMenuItem(),
                danger(texts.get("list.delete"), () -> list.trash(List.of(conversation.id()))));
    }

    private static MenuItem danger(String text, Runnable action) {
        MenuItem item = item(text, action);
        item.getStyleClass().add("danger");
        return item;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
