package app.prosa.desktop.settings;

import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.Views;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The card of a provider. */
final class ProviderController {
    private final ProviderViewModel model;
    private final ModelsViewModel all;
    private final Texts texts;
    private final Node keyRow;
    private final Node root;

    @FXML private ToggleButton head;
    @FXML private HBox headLine;
    @FXML private Label initial;
    @FXML private Label title;
    @FXML private Label summary;
    @FXML private Label chosen;
    @FXML private VBox details;
    @FXML private Label fromEnvironment;
    @FXML private SettingRow nameRow;
    @FXML private TextField name;
    @FXML private SettingRow addressRow;
    @FXML private TextField address;
    @FXML private Label calls;
    @FXML private VBox keySlot;
    @FXML private ModelField modelField;
    @FXML private Button fetch;
    @FXML private Label fetched;
    @FXML private Button check;
    @FXML private Button choose;
    @FXML private Button remove;
    @FXML private Label checked;
    @FXML private Label fixed;

    ProviderController(
            ProviderViewModel model, ModelsViewModel all, SystemDialogs dialogs, Texts texts) {
        this.model = model;
        this.all = all;
        this.texts = texts;
        this.keyRow =
                Views.load(
                        "settings_key",
                        new KeyController(model, keyWords(), all.undoable(), dialogs, texts),
                        texts);
        this.root = Views.load("settings_provider", this, texts);
    }

    private KeyEntry.Words keyWords() {
        Preset preset = model.preset();
        return new KeyEntry.Words(
                texts.get("settings.key"),
                texts.get(
                        preset.key() == Preset.Key.OPTIONAL
                                ? "settings.key.hint.optional"
                                : "settings.key.hint"),
                preset.keyPage());
    }

    Node root() {
        return root;
    }

    /** Unfolds the card, and puts the focus where the first thing is missing. */
    void open(boolean open) {
        head.setSelected(open);
        if (open) {
            (address.getText().isEmpty() && addressRow.isVisible() ? address : head).requestFocus();
        }
    }

    @FXML
    private void initialize() {
        Shown.fold(head, headLine, details);
        keySlot.getChildren().setAll(keyRow);
        boolean given = model.isFromEnvironment();
        boolean demo = model.preset() == Preset.DEMO;
        Shown.when(fromEnvironment, given);
        Shown.when(addressRow, !demo);
        Shown.when(keySlot, model.preset().key() != Preset.Key.NONE);
        name.setDisable(given);
        address.setDisable(given);
        remove.setDisable(given);
        connectFields();
        connectModel();
        model.checkProperty().subscribe(this::showCheck);
        model.fetchProperty().subscribe(this::showFetch);
        fixed.setText(all.choiceFixedBy().map(v -> texts.get("settings.fixed", v)).orElse(""));
        Shown.when(fixed, all.choiceFixedBy().isPresent());
    }

    private void connectFields() {
        nameRow.problemProperty().bind(model.nameProblemProperty());
        var ofName = CommitWhenSettled.on(name, model::rename);
        var ofAddress = CommitWhenSettled.on(address, model::setAddress);
        address.textProperty().subscribe((_, typed) -> model.typeAddress(typed));
        model.addressProperty().subscribe(this::showAddress);
        model.providerProperty()
                .subscribe(provider -> {
                    ofName.show(provider.name());
                    ofAddress.show(provider.baseUrl());
                    modelField.setModels(provider.models());
                    showHead(provider);
                });
    }

    private void connectModel() {
        modelField.name(texts.get("settings.model"), texts.get("settings.model.open"));
        var ofModel = CommitWhenSettled.on(modelField.field(), model::setModel);
        model.modelProperty()
                .subscribe(now -> {
                    modelField.quietly(() -> ofModel.show(now));
                    showHead(model.provider());
                });
        model.chosenProperty().subscribe(_ -> showHead(model.provider()));
        modelField.setDisable(model.isFromEnvironment() && all.choiceFixedBy().isPresent());
    }

    private void showHead(Settings.Provider provider) {
        boolean isChosen = model.chosenProperty().get();
        String name = provider.name();
        String says = model.modelProperty().get();
        initial.setText(name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
        title.setText(name);
        summary.setText(says.isEmpty() ? texts.get("settings.model.none") : says);
        Shown.when(chosen, isChosen);
        choose.setDisable(isChosen || says.isEmpty() || all.choiceFixedBy().isPresent());
        head.setAccessibleText(texts.get("settings.provider.card", name));
    }

    private void showAddress(BaseUrl now) {
        switch (now) {
            case BaseUrl.Valid valid -> {
                addressRow.problemProperty().set("");
                String kind = valid.plain() ? "settings.url.plain" : "settings.url.calls";
                calls.setText(texts.get(kind, valid.calls()));
                Shown.when(calls, true);
            }
            case BaseUrl.Invalid(String sentence) -> {
                addressRow.problemProperty().set(texts.get(sentence));
                Shown.when(calls, false);
            }
        }
    }

    private void showCheck(Progress progress) {
        boolean running = progress instanceof Progress.Running;
        check.setText(texts.get(running ? "settings.check.cancel" : "settings.check"));
        Shown.line(checked, progress);
    }

    private void showFetch(Progress progress) {
        boolean running = progress instanceof Progress.Running;
        fetch.setText(texts.get(running ? "settings.fetch.cancel" : "settings.fetch"));
        Shown.line(fetched, progress);
    }

    @FXML
    private void check() {
        if (model.checkProperty().get() instanceof Progress.Running) {
            model.cancelCheck();
        } else {
            model.setAddress(address.getText());
            model.setModel(modelField.field().getText());
            model.check();
        }
    }

    @FXML
    private void fetch() {
        if (model.fetchProperty().get() instanceof Progress.Running) {
            model.cancelFetch();
        } else {
            model.fetchModels();
        }
    }

    @FXML
    private void choose() {
        model.choose();
    }

    @FXML
    private void remove() {
        all.remove(model);
    }
}
