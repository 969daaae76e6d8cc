package app.prosa.desktop.settings;

import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.Views;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

final class ModelsController {
    private final ModelsViewModel model;
    private final KeyPlaceViewModel keyPlace;
    private final SystemDialogs dialogs;
    private final Texts texts;
    private final Map<ProviderViewModel, ProviderController> cards = new HashMap<>();

    @FXML private VBox place;
    @FXML private VBox providers;
    @FXML private FlowPane presets;
    @FXML private SettingRow temperatureRow;
    @FXML private TextField temperature;
    @FXML private SettingRow maxTokensRow;
    @FXML private TextField maxTokens;
    @FXML private SettingRow contextRow;
    @FXML private TextField context;

    ModelsController(
            ModelsViewModel model, KeyPlaceViewModel keyPlace, SystemDialogs dialogs, Texts texts) {
        this.model = model;
        this.keyPlace = keyPlace;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        KeyPlaceController notice = new KeyPlaceController(keyPlace, texts);
        place.getChildren().add(Views.load("settings_key_place", notice, texts));
        place.managedProperty().bind(notice.shownProperty());
        presets.getChildren().setAll(List.of(Preset.values()).stream().map(this::preset).toList());
        model.providers().addListener((ListChangeListener<ProviderViewModel>) _ -> showCards());
        showCards();
        connectAnswers();
    }

    private Node preset(Preset preset) {
        Button button = new Button(model.titleOf(preset));
        button.getStyleClass().add("settings-preset");
        button.setOnAction(_ -> add(preset));
        return button;
    }

    private void add(Preset preset) {
        String id = model.add(preset);
        cards.forEach((card, controller) -> {
            boolean added = card.provider().id().equals(id);
            controller.open(added);
        });
    }

    private void showCards() {
        cards.keySet().retainAll(model.providers());
        providers.getChildren().setAll(model.providers().stream().map(this::card).toList());
        Shown.when(providers, !model.providers().isEmpty());
    }

    private Node card(ProviderViewModel provider) {
        return cards.computeIfAbsent(
                        provider, p -> new ProviderController(p, model, dialogs, texts))
                .root();
    }

    private void connectAnswers() {
        AnswersViewModel answers = model.answers();
        var ofTemperature =
                CommitWhenSettled.on(
                        temperature,
                        t -> answers.setTemperature(t, temperatureRow.problemProperty()));
        var ofMaxTokens =
                CommitWhenSettled.on(
                        maxTokens, t -> answers.setMaxTokens(t, maxTokensRow.problemProperty()));
        var ofContext =
                CommitWhenSettled.on(
                        context, t -> answers.setContextMessages(t, contextRow.problemProperty()));
        answers.state()
                .subscribe((Models _) -> {
                    ofTemperature.show(answers.temperature());
                    ofMaxTokens.show(answers.maxTokens());
                    ofContext.show(answers.contextMessages());
                });
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
