package app.prosa.desktop.shell;

import app.prosa.desktop.Icon;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Shortcuts;
import app.prosa.desktop.Views;
import app.prosa.desktop.shell.ShellModel.Place;
import app.prosa.settings.Texts;
import java.util.EnumSet;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/** The frame around the pages, in one language. */
final class Shell {
    private final ShellModel model;
    private final Shortcuts shortcuts;
    private final Texts texts;
    private final Parent root;

    /** The panes between rail and edge. */
    final Columns columns;

    @FXML private BorderPane frame;
    @FXML private VBox rail;
    @FXML private ToggleButton chats;
    @FXML private Button keys;
    @FXML private ToggleButton settings;
    @FXML private HBox status;
    @FXML private VBox toasts;

    Shell(ShellModel model, Shortcuts shortcuts, Texts texts) {
        this.model = model;
        this.shortcuts = shortcuts;
        this.texts = texts;
        this.columns = new Columns(model);
        this.root = Views.load("main", this, texts);
    }

    Parent root() {
        return root;
    }

    HBox status() {
        return status;
    }

    /**
     * @param foot how high what stands at the lower edge of the chat is
     */
    Toasts toasts(ReadOnlyDoubleProperty foot) {
        Toasts made = new Toasts(toasts, texts);
        made.keepOver(
                columns.content,
                Bindings.createDoubleBinding(
                        () -> model.place.get() == Place.CHAT ? foot.get() : 0, model.place, foot));
        return made;
    }

    KeysHelp help() {
        return new KeysHelp(overlay(), texts);
    }

    Overlay overlay() {
        return new Overlay((Pane) root);
    }

    @FXML
    private void initialize() {
        frame.setCenter(columns);
        columns.handle.setAccessibleText(texts.get("shell.handle"));
        dress(chats, Icon.CHAT, "shell.chats", Shortcut.TOGGLE_LIST);
        dress(keys, Icon.KEYBOARD, "shell.keys", Shortcut.HELP);
        dress(settings, Icon.SETTINGS, "shell.settings", Shortcut.SETTINGS);
        EnumSet<Place> whole = EnumSet.of(Place.FIRST_RUN, Place.TROUBLE);
        rail.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> !whole.contains(model.place.get()), model.place));
        rail.managedProperty().bind(rail.visibleProperty());
        status.visibleProperty().bind(rail.visibleProperty());
        status.managedProperty().bind(rail.visibleProperty());
        model.place.addListener(change -> mark());
        mark();
    }

    /**
     * @param backToChat from another page; within the chat the button opens and closes the list
     */
    void onChats(Runnable backToChat) {
        chats.setOnAction(event -> {
            if (model.place.get() == Place.CHAT) {
                model.toggleList();
            } else {
                backToChat.run();
            }
            mark();
        });
        settings.setOnAction(event -> press(Shortcut.SETTINGS));
        keys.setOnAction(event -> press(Shortcut.HELP));
    }

    void content(Node page) {
        columns.content.getChildren().setAll(page);
    }

    private void press(Shortcut shortcut) {
        shortcuts.run(shortcut, 0);
        mark();
    }

    /** The place decides which button is down, not the click. */
    private void mark() {
        chats.setSelected(model.place.get() == Place.CHAT);
        settings.setSelected(model.place.get() == Place.SETTINGS);
    }

    private void dress(ButtonBase button, Icon icon, String key, Shortcut shortcut) {
        button.setGraphic(icon.node());
        button.setTooltip(new Tooltip(texts.get("shell.tip", texts.get(key), shortcut.display())));
    }
}
