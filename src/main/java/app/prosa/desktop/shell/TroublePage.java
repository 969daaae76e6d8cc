package app.prosa.desktop.shell;

import app.prosa.conversation.StoreException;
import app.prosa.desktop.Icon;
import app.prosa.settings.Texts;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Fills the window when the store cannot be opened: what happened, what it means, what to do. */
final class TroublePage {
    /** What can be done from here. */
    interface Ways {
        void tryAgain();

        void openFolder();

        void quit();
    }

    private final Texts texts;
    private final String key;
    private final Button again;
    private final ScrollPane scroll = new ScrollPane();

    TroublePage(StoreException.Cause cause, Texts texts) {
        this.texts = texts;
        this.key = "store." + cause.name().toLowerCase(Locale.ROOT) + ".";
        this.again = new Button(texts.get("store.again"));
    }

    Node node(Path dataDir, Ways ways) {
        VBox card =
                new VBox(
                        icon(),
                        text("what", "text-20"),
                        text("means", "muted"),
                        text("todo", "todo"),
                        path(dataDir),
                        buttons(ways));
        card.getStyleClass().addAll("card", "trouble");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        scroll.setContent(new StackPane(card));
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        return scroll;
    }

    void focus() {
        // What a scroll pane holds joins the scene with its first layout.
        scroll.applyCss();
        scroll.layout();
        again.requestFocus();
    }

    private Node icon() {
        Node icon = Icon.ALERT.node();
        icon.getStyleClass().add("trouble-icon");
        return icon;
    }

    private Label text(String part, String styleClass) {
        Label label = new Label(texts.get(key + part));
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A field, so that the path can be copied. */
    private TextField path(Path dataDir) {
        TextField path = new TextField(dataDir.toString());
        path.setEditable(false);
        path.setAccessibleText(texts.get("store.path"));
        path.getStyleClass().add("mono");
        return path;
    }

    private HBox buttons(Ways ways) {
        again.getStyleClass().add("primary");
        again.setOnAction(event -> ways.tryAgain());
        Button folder = new Button(texts.get("store.folder"), Icon.FOLDER.node());
        folder.setOnAction(event -> ways.openFolder());
        Button quit = new Button(texts.get("store.quit"));
        quit.setOnAction(event -> ways.quit());
        HBox row = new HBox(again, folder, quit);
        row.getStyleClass().add("buttons");
        return row;
    }
}
