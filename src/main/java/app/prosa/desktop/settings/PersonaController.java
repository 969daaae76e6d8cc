package app.prosa.desktop.settings;

import app.prosa.desktop.Views;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The card of a persona. */
final class PersonaController {
    private final String id;
    private final PersonasViewModel model;
    private final Texts texts;
    private final Consumer<String> openOther;
    private final Node root;
    private Persona persona;

    @FXML private ToggleButton head;
    @FXML private HBox headLine;
    @FXML private Label initial;
    @FXML private Label title;
    @FXML private Label summary;
    @FXML private Label chosen;
    @FXML private VBox details;
    @FXML private SettingRow nameRow;
    @FXML private TextField name;
    @FXML private TextArea prompt;
    @FXML private ComboBox<Optional<ModelChoice>> modelChoice;
    @FXML private SettingRow temperatureRow;
    @FXML private TextField temperature;
    @FXML private Button choose;

    private CommitWhenSettled ofName;
    private CommitWhenSettled ofPrompt;
    private CommitWhenSettled ofTemperature;

    /**
     * @param openOther unfolds the card of another persona
     */
    PersonaController(Persona persona, PersonasViewModel model, Consumer<String> openOther) {
        this.id = persona.id();
        this.persona = persona;
        this.model = model;
        this.texts = model.texts();
        this.openOther = openOther;
        this.root = Views.load("settings_persona", this, texts);
        this.ofName =
                CommitWhenSettled.on(
                        name, typed -> model.rename(id, typed, nameRow.problemProperty()));
        this.ofPrompt = CommitWhenSettled.on(prompt, typed -> model.setPrompt(id, typed));
        this.ofTemperature =
                CommitWhenSettled.on(
                        temperature,
                        typed -> model.setTemperature(id, typed, temperatureRow.problemProperty()));
        Shown.fold(head, headLine, details);
        Choices.named(
                modelChoice,
                m -> m.map(model.models()::nameOf).orElse(texts.get("settings.persona.inherit")));
        Choices.onChosen(modelChoice, m -> model.setModel(id, m.orElse(null)));
    }

    Node root() {
        return root;
    }

    void open(boolean open) {
        head.setSelected(open);
        if (open) {
            name.requestFocus();
            name.selectAll();
        }
    }

    void show(Persona now, boolean isChosen) {
        persona = now;
        ofName.show(now.name());
        ofPrompt.show(now.prompt());
        Double own = now.temperature();
        ofTemperature.show(own == null ? "" : AnswersViewModel.decimal(own, texts));
        Optional<ModelChoice> its = Optional.ofNullable(now.model());
        Choices.show(modelChoice, model.models().choices(its), its);
        String called = now.name();
        initial.setText(
                called.substring(0, called.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT));
        title.setText(called);
        summary.setText(
                now.prompt().isBlank()
                        ? texts.get("settings.persona.noPrompt")
                        : now.prompt().strip().lines().findFirst().orElse(""));
        Shown.when(chosen, isChosen);
        choose.setDisable(isChosen || model.promptFixedBy().isPresent());
        head.setAccessibleText(texts.get("settings.persona.card", called));
    }

    @FXML
    private void choose() {
        model.choose(id);
    }

    @FXML
    private void duplicate() {
        openOther.accept(model.duplicate(persona));
    }

    @FXML
    private void remove() {
        model.remove(persona);
    }
}
