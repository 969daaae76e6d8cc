package app.prosa.desktop.settings;

import app.prosa.settings.Texts;
import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.HubSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

final class HubKeysController {
    private final HubKeysViewModel model;
    private final Copied copied;
    private final Texts texts;
    private Scope chosen = Scope.CHAT;

    @FXML private Button add;
    @FXML private SettingCard form;
    @FXML private TextField name;
    @FXML private SettingRow scopeRow;
    @FXML private Segmented<Scope> scope;
    @FXML private Button create;
    @FXML private VBox made;
    @FXML private TextField secret;
    @FXML private Button copySecret;
    @FXML private Label none;
    @FXML private SettingCard keys;
    @FXML private Label fromEnvironment;

    HubKeysController(HubKeysViewModel model, Copied copied, Texts texts) {
        this.model = model;
        this.copied = copied;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        scope.fill(List.of(Scope.values()), this::nameOf);
        scope.onChosen(this::choose);
        create.disableProperty().bind(name.textProperty().map(String::isBlank));
        Shown.when(form, false);
        Shown.when(fromEnvironment, model.fromEnvironment().isPresent());
        model.fromEnvironment()
                .ifPresent(v ->
                        fromEnvironment.setText(texts.get("settings.server.key.environment", v)));
        model.fresh().subscribe(this::showFresh);
        // Of the other settings it hears nothing: a field that is left by pressing a key's button
        // stores
        // what was typed, and a row made anew just then would never see the button released.
        model.state().map(HubSettings::keys).subscribe(this::show);
    }

    private void choose(Scope now) {
        chosen = now;
        scopeRow.setHint(texts.get(of(now, "settings.server.scope.hint.")));
    }

    private String nameOf(Scope which) {
        return texts.get(of(which, "settings.server.scope."));
    }

    private static String of(Scope which, String group) {
        return group + which.name().toLowerCase(Locale.ROOT);
    }

    private void showFresh(String key) {
        secret.setText(key);
        Shown.when(made, !key.isEmpty());
    }

    private void show(List<ApiKey> now) {
        Shown.when(none, now.isEmpty());
        Shown.when(keys, !now.isEmpty());
        keys.getRows().setAll(now.stream().map(this::row).toList());
    }

    private Node row(ApiKey key) {
        Button revoke = new Button(texts.get("settings.server.key.revoke"));
        revoke.getStyleClass().add("danger");
        revoke.setAccessibleText(texts.get("settings.server.key.revokeThis", key.name()));
        revoke.setOnAction(_ -> model.revoke(key));
        SettingRow row = new SettingRow();
        row.setLabel(key.name());
        row.setHint(
                texts.get(
                        "settings.server.key.about",
                        nameOf(key.scope()),
                        key.hint(),
                        day(key.createdAt())));
        row.setControl(revoke);
        return row;
    }

    private String day(long millis) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(texts.locale())
                .format(Instant.ofEpochMilli(millis).atZone(ZoneId.systemDefault()));
    }

    @FXML
    private void askForName() {
        model.forgetFresh();
        name.clear();
        scope.show(Scope.CHAT);
        open(true);
        name.requestFocus();
    }

    @FXML
    private void create() {
        if (!name.getText().isBlank()) {
            model.create(name.getText(), chosen);
            open(false);
            copySecret.requestFocus();
        }
    }

    @FXML
    private void cancel() {
        open(false);
        add.requestFocus();
    }

    private void open(boolean opened) {
        Shown.when(form, opened);
        Shown.when(add, !opened);
    }

    @FXML
    private void copySecret() {
        copied.put(secret.getText());
    }

    @FXML
    private void done() {
        model.forgetFresh();
        add.requestFocus();
    }
}
