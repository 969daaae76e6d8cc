package app.prosa.desktop.settings;

import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Settings.Personas;
import app.prosa.settings.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

final class PersonasController {
    private final PersonasViewModel model;
    private final Texts texts;
    private final Map<String, PersonaController> cards = new LinkedHashMap<>();

    @FXML private SettingRow promptRow;
    @FXML private TextArea prompt;
    @FXML private ComboBox<Optional<Persona>> chosen;
    @FXML private Label none;
    @FXML private VBox personas;

    PersonasController(PersonasViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        Optional<String> fixed = model.promptFixedBy();
        chosen.setDisable(fixed.isPresent());
        fixed.ifPresent(v -> promptRow.fix(texts.get("settings.fixed", v)));
        Choices.named(chosen, p -> p.map(Persona::name).orElse(texts.get("settings.persona.no")));
        var ofPrompt = CommitWhenSettled.on(prompt, model::setSystemPrompt);
        model.state()
                .subscribe(now -> {
                    ofPrompt.show(now.systemPrompt());
                    showChoice(now);
                    showCards(now);
                });
        Choices.onChosen(chosen, p -> model.choose(p.map(Persona::id).orElse(null)));
    }

    private void showChoice(Personas now) {
        List<Optional<Persona>> choices =
                Stream.concat(
                                Stream.of(Optional.<Persona>empty()),
                                now.all().stream().map(Optional::of))
                        .toList();
        Choices.show(chosen, choices, now.persona(now.chosen()));
    }

    private void showCards(Personas now) {
        Map<String, PersonaController> before = new LinkedHashMap<>(cards);
        cards.clear();
        for (Persona persona : now.all()) {
            PersonaController known = before.get(persona.id());
            PersonaController card =
                    known == null ? new PersonaController(persona, model, this::open) : known;
            cards.put(persona.id(), card);
            card.show(persona, persona.id().equals(now.chosen()));
        }
        if (!List.copyOf(before.keySet()).equals(List.copyOf(cards.keySet()))) {
            personas.getChildren()
                    .setAll(cards.values().stream().map(PersonaController::root).toList());
        }
        Shown.when(none, now.all().isEmpty());
        Shown.when(personas, !now.all().isEmpty());
    }

    private void open(String id) {
        cards.forEach((other, card) -> card.open(other.equals(id)));
    }

    @FXML
    private void add() {
        open(model.add());
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
