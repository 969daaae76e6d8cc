package app.prosa.desktop.settings;

import app.prosa.desktop.Icon;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.Texts;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The notice that keys are not kept, or cannot be read yet; and what can be done about it. */
final class KeyPlaceController {
    private final KeyPlaceViewModel model;
    private final Texts texts;

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
        model.placeProperty().subscribe(this::show);
        model.look();
    }

    private void show(@Nullable Place place) {
        boolean memory = place == Place.MEMORY;
        boolean locked = place == Place.FILE_LOCKED;
        Shown.when(banner, memory || locked);
        cancel();
        if (locked) {
            say(
                    "settings.place.locked",
                    "settings.place.locked.hint",
                    "settings.place.locked.open",
                    "settings.place.locked.accept");
        } else {
            say(
                    "settings.place.memory",
                    "settings.place.memory.hint",
                    "settings.place.memory.open",
                    "settings.place.memory.accept");
        }
        Shown.when(again, memory);
        Shown.when(lost, locked);
        typed("");
    }

    private void say(String what, String hint, String toOpen, String toAccept) {
        title.setText(texts.get(what));
        words.setText(texts.get(hint));
        open.setText(texts.get(toOpen));
        accept.setText(texts.get(toAccept));
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
        if (again.isVisible()) {
            model.create(passphrase.getText(), again.getText());
        } else {
            model.unlock(passphrase.getText());
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
