package app.prosa.desktop.settings;

import app.prosa.settings.Language;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.Answering;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.Door;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

/** Who may talk on a channel, and how it answers. */
final class ChannelRulesController {
    private final ChannelRulesViewModel model;
    private final Texts texts;

    @FXML private SettingRow doorRow;
    @FXML private Segmented<Door> door;
    @FXML private SettingRow answeringRow;
    @FXML private Segmented<Answering> answering;
    @FXML private ComboBox<Optional<String>> persona;
    @FXML private TextArea prompt;
    @FXML private ComboBox<Optional<ModelChoice>> modelChoice;
    @FXML private SettingRow quietRow;
    @FXML private TextField quiet;
    @FXML private SettingRow hourlyRow;
    @FXML private TextField hourly;
    @FXML private SettingRow dailyRow;
    @FXML private TextField daily;
    @FXML private Segmented<Language> language;

    ChannelRulesController(ChannelRulesViewModel model) {
        this.model = model;
        this.texts = model.texts();
    }

    @FXML
    private void initialize() {
        door.fill(List.of(Door.values()), d -> name("settings.channels.door.", d));
        answering.fill(List.of(Answering.values()), a -> name("settings.channels.answering.", a));
        language.fill(List.of(Language.values()), this::nameOf);
        Choices.named(persona, model::nameOf);
        Choices.named(modelChoice, model::nameOfModel);
        fixed(ChannelField.DOOR, doorRow);
        fixed(ChannelField.QUIET, quietRow);
        var ofPrompt = CommitWhenSettled.on(prompt, model::setSystemPrompt);
        var ofQuiet =
                CommitWhenSettled.on(quiet, t -> model.setQuiet(t, quietRow.problemProperty()));
        var ofHourly =
                CommitWhenSettled.on(hourly, t -> model.setHourly(t, hourlyRow.problemProperty()));
        var ofDaily =
                CommitWhenSettled.on(daily, t -> model.setDaily(t, dailyRow.problemProperty()));
        model.state()
                .subscribe(now -> {
                    show(now);
                    ofPrompt.show(model.systemPrompt());
                    ofQuiet.show(model.quiet());
                    ofHourly.show(ChannelRulesViewModel.limit(now.hourlyPerPerson()));
                    ofDaily.show(ChannelRulesViewModel.limit(now.dailyAnswers()));
                });
        listen();
    }

    private void listen() {
        door.onChosen(model::setDoor);
        answering.onChosen(model::setAnswering);
        language.onChosen(model::setLanguage);
        Choices.onChosen(persona, id -> model.setPersona(id.orElse(null)));
        Choices.onChosen(modelChoice, choice -> model.setModel(choice.orElse(null)));
        // What there is to choose from is made elsewhere on this page's neighbours.
        persona.setOnShowing(_ -> showChoices());
        modelChoice.setOnShowing(_ -> showChoices());
    }

    private void show(ChannelRules now) {
        door.show(now.door());
        answering.show(now.answering());
        language.show(now.language());
        if (model.fixedBy(ChannelField.DOOR).isEmpty()) {
            doorRow.setHint(name("settings.channels.door.hint.", now.door()));
        }
        answeringRow.setHint(name("settings.channels.answering.hint.", now.answering()));
        showChoices();
    }

    private void showChoices() {
        Choices.show(persona, model.personas(), model.persona());
        Choices.show(modelChoice, model.models().choices(model.model()), model.model());
    }

    private void fixed(ChannelField field, SettingRow row) {
        model.fixedBy(field).ifPresent(variable -> row.fix(texts.get("settings.fixed", variable)));
    }

    private String nameOf(Language choice) {
        return switch (choice) {
            case SYSTEM -> texts.get("settings.channels.language.prosa");
            case ENGLISH -> texts.get("settings.language.english");
            case PORTUGUESE -> texts.get("settings.language.portuguese");
        };
    }

    private String name(String group, Enum<?> choice) {
        return texts.get(group + choice.name().toLowerCase(Locale.ROOT));
    }
}
