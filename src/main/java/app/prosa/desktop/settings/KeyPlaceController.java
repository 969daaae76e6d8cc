package app.prosa.desktop.settings;

import app.prosa.desktop.Icon;
import app.prosa.desktop.settings.KeyPlaceViewModel.Kept;
import app.prosa.settings.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The notice that keys are not kept, cannot be read yet, or were left where nobody looks; and what
 * can be done about it.
 */
final class KeyPlaceController {
    private final KeyPlaceViewModel model;
    private final Texts texts;
    private Notice notice = Notice.NONE;

    @FXML private VBox banner;
    @FXML private HBox line;
    @FXML private Label title;
    @FXML private Label words;
    @FXML private Button open;
    @FXML private VBox form;
    @FXML private PasswordField passphrase;
    @FXML private PasswordField again;
    @FXML private Label strength;
    @FXML private Label problem;
    @FXML private Button accept;
    @FXML private Button lost;
    @FXML private VBox confirm;

    KeyPlaceController(KeyPlaceViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    ReadOnlyBooleanProperty shownProperty() {
        return banner.visibleProperty();
    }

    @FXML
    private void initialize() {
        line.getChildren().addFirst(Icon.ALERT.node());
        SettingRow.shownWhenFilled(problem);
        problem.textProperty().bind(model.problemProperty());
        passphrase.textProperty().subscribe((_, typed) -> typed(typed));
        again.textProperty().subscribe((_, _) -> model.typed());
        passphrase.setOnAction(_ -> accept());
        again.setOnAction(_ -> accept());
        accept.disableProperty().bind(model.busyProperty());
        model.keptProperty().subscribe(this::show);
        model.look();
    }

    /** What there is to say about where the keys are. */
    private enum Notice {
        MEMORY("memory"),
        LOCKED("locked"),
        LEFT_BEHIND("left"),
        NONE("");

        private final String key;

        Notice(String key) {
            this.key = key;
        }

        static Notice of(@Nullable Kept kept) {
            if (kept == null) {
                return NONE;
            }
            return switch (kept.place()) {
                case MEMORY -> MEMORY;
                case FILE_LOCKED -> LOCKED;
                case KEYCHAIN -> kept.leftBehind() ? LEFT_BEHIND : NONE;
                case FILE -> NONE;
            };
        }
    }

    private void show(@Nullable Kept kept) {
        notice = Notice.of(kept);
        Shown.when(banner, notice != Notice.NONE);
        cancel();
        if (notice != Notice.NONE) {
            title.setText(text(""));
            words.setText(text(".hint"));
            open.setText(text(".open"));
            accept.setText(text(".accept"));
        }
        Shown.when(again, notice == Notice.MEMORY);
        Shown.when(lost, notice != Notice.MEMORY);
        typed("");
    }

    private String text(String part) {
        return texts.get("settings.place." + notice.key + part);
    }

    private void typed(String typed) {
        model.typed();
        boolean judged = again.isVisible() && !typed.isEmpty();
        strength.setText(judged ? texts.get(Strength.of(typed).textKey()) : "");
        Shown.when(strength, judged);
    }

    @FXML
    private void open() {
        Shown.when(form, true);
        Shown.when(open, false);
        passphrase.requestFocus();
    }

    @FXML
    private void cancel() {
        passphrase.clear();
        again.clear();
        Shown.when(form, false);
        Shown.when(confirm, false);
        Shown.when(open, true);
    }

    @FXML
    private void accept() {
        switch (notice) {
            case MEMORY -> model.create(passphrase.getText(), again.getText());
            case LOCKED -> model.unlock(passphrase.getText());
            case LEFT_BEHIND -> model.move(passphrase.getText());
            case NONE -> {}
        }
    }

    @FXML
    private void lost() {
        Shown.when(form, false);
        Shown.when(confirm, true);
    }

    @FXML
    private void forget() {
        model.forget();
    }
}
