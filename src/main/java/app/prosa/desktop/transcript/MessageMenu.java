package app.prosa.desktop.transcript;

import app.prosa.settings.Texts;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** The menu of a message. */
final class MessageMenu {
    private final ContextMenu menu = new ContextMenu();
    private final MenuItem copy;

    /** What the menu does. */
    interface Does {
        void copy();

        void copyMarkdown();

        void quote();
    }

    MessageMenu(Texts texts, Does does) {
        copy = item(texts.get("transcript.menu.copy"), does::copy);
        menu.getItems()
                .addAll(
                        copy,
                        item(texts.get("transcript.menu.markdown"), does::copyMarkdown),
                        item(texts.get("transcript.menu.quote"), does::quote));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(e -> action.run());
        return item;
    }

    void show(Node owner, double screenX, double screenY) {
        menu.hide();
        menu.show(owner, screenX, screenY);
    }
}
