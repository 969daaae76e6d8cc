package app.prosa.desktop.settings;

import app.prosa.desktop.SystemDialogs;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Texts;
import java.net.URI;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;

/** A secret: it goes in and is never shown again. */
final class KeyController {
    private final KeyEntry model;
    private final KeyEntry.Words said;
    private final Undoable undoable;
    private final SystemDialogs dialogs;
    private final Texts texts;

    @FXML private SettingRow row;
    @FXML private HBox keyEntry;
    @FXML private PasswordField key;
    @FXML private Button saveKey;
    @FXML private Button cancelKey;
    @FXML private HBox keyStored;
    @FXML private Label keyPlace;
    @FXML private Button replaceKey;
    @FXML private Button removeKey;
    @FXML private Hyperlink keyPage;

    KeyController(
            KeyEntry model,
            KeyEntry.Words said,
            Undoable undoable,
            SystemDialogs dialogs,
            Texts texts) {
        this.model = model;
        this.said = said;
        this.undoable = undoable;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        saveKey.disableProperty().bind(key.textProperty().isEmpty());
        key.setOnAction(_ -> saveKey());
        row.setLabel(said.label());
        row.setHint(said.hint());
        key.setAccessibleText(said.label());
        saveKey.setAccessibleText(texts.get("settings.key.saveThis", said.label()));
        replaceKey.setAccessibleText(texts.get("settings.key.replaceThis", said.label()));
        removeKey.setAccessibleText(texts.get("settings.key.removeThis", said.label()));
        Shown.when(keyPage, !said.page().isEmpty());
        if (!said.page().isEmpty()) {
            String host = URI.create(said.page()).getHost();
            keyPage.setText(texts.get("settings.key.page", host));
        }
        model.keyProperty().subscribe(this::show);
    }

    private void show(KeyState state) {
        row.problemProperty().set("");
        switch (state) {
            case KeyState.Looking() -> words(texts.get("settings.key.looking"), false);
            case KeyState.NotNeeded() -> words("", false);
            case KeyState.Missing() -> entry(false);
            case KeyState.Stored(Place place) -> words(texts.get(place(place)), true);
            case KeyState.FromEnvironment(String variable, boolean given) ->
                    words(
                            texts.get(
                                    given
                                            ? "settings.key.environment"
                                            : "settings.key.environment.missing",
                                    variable),
                            false);
            case KeyState.Locked() -> words(texts.get("settings.key.locked"), false);
            case KeyState.Unusable(String why) -> {
                entry(false);
                row.problemProperty().set(why);
            }
        }
    }

    /** Names the sentence about where it is kept. */
    static String place(Place place) {
        return switch (place) {
            case KEYCHAIN -> "settings.key.in.keychain";
            case FILE, FILE_LOCKED -> "settings.key.in.file";
            case MEMORY -> "settings.key.in.memory";
        };
    }

    private void words(String state, boolean changeable) {
        key.clear();
        keyPlace.setText(state);
        Shown.when(keyEntry, false);
        Shown.when(keyStored, true);
        Shown.when(replaceKey, changeable);
        Shown.when(removeKey, changeable);
    }

    private void entry(boolean another) {
        key.clear();
        Shown.when(keyEntry, true);
        Shown.when(keyStored, false);
        Shown.when(cancelKey, another);
    }

    @FXML
    private void saveKey() {
        String typed = key.getText();
        key.clear();
        model.storeKey(typed);
    }

    @FXML
    private void replaceKey() {
        entry(true);
        key.requestFocus();
    }

    @FXML
    private void cancelKey() {
        show(model.keyProperty().get());
    }

    @FXML
    private void removeKey() {
        model.removeKey(undoable);
    }

    @FXML
    private void openKeyPage() {
        dialogs.openLink(said.page());
    }
}
