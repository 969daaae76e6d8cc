package app.prosa.desktop.settings;

import app.prosa.settings.Overridable;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Settings.Personas;
import app.prosa.settings.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The system prompt, and the personas. */
final class PersonasViewModel implements Section {
    private final SettingsDesk desk;
    private final Slice<Personas> personas;
    private final Undoable undoable;
    private final Texts texts;

    PersonasViewModel(SettingsDesk desk, Undoable undoable) {
        this.desk = desk;
        this.personas = new Slice<>(desk, Settings::personas, Settings::with);
        this.undoable = undoable;
        this.texts = undoable.texts();
    }

    ReadOnlyObjectProperty<Personas> state() {
        return personas.valueProperty();
    }

    Texts texts() {
        return texts;
    }

    /** The environment variable that gives the prompt, if one does. */
    Optional<String> promptFixedBy() {
        return desk.fixedBy(Overridable.SYSTEM_PROMPT);
    }

    /** The models that a persona can have. */
    KnownModels models() {
        return new KnownModels(desk, texts);
    }

    void setSystemPrompt(String prompt) {
        personas.change(p -> new Personas(p.all(), p.chosen(), prompt));
    }

    /**
     * @return its id
     */
    String add() {
        return append(
                new Persona(newId(), free(texts.get("settings.persona.new")), "", null, null));
    }

    /**
     * @return the id of the copy
     */
    String duplicate(Persona persona) {
        String name = free(texts.get("settings.persona.copyOf", persona.name()));
        return append(
                new Persona(
                        newId(), name, persona.prompt(), persona.model(), persona.temperature()));
    }

    void remove(Persona persona) {
        int at = personas.get().all().indexOf(persona);
        boolean chosen = persona.id().equals(personas.get().chosen());
        personas.change(p -> without(p, persona));
        undoable.say(
                texts.get("settings.persona.removed", persona.name()),
                () -> personas.change(p -> bringBack(p, persona, at, chosen)));
    }

    private static Personas without(Personas p, Persona persona) {
        List<Persona> left = new ArrayList<>(p.all());
        left.removeIf(other -> other.id().equals(persona.id()));
        String chosen = persona.id().equals(p.chosen()) ? null : p.chosen();
        return new Personas(left, chosen, p.systemPrompt());
    }

    private static Personas bringBack(Personas p, Persona persona, int at, boolean chosen) {
        List<Persona> all = new ArrayList<>(p.all());
        all.add(Math.clamp(at, 0, all.size()), persona);
        return new Personas(all, chosen ? persona.id() : p.chosen(), p.systemPrompt());
    }

    /**
     * @param id the persona of new conversations, or null for none
     */
    void choose(@Nullable String id) {
        personas.change(p -> new Personas(p.all(), id, p.systemPrompt()));
    }

    void rename(String id, String typed, StringProperty problem) {
        String name = typed.strip();
        problem.set(name.isEmpty() ? texts.get("settings.name.blank") : "");
        if (!name.isEmpty()) {
            edit(id, p -> new Persona(id, name, p.prompt(), p.model(), p.temperature()));
        }
    }

    void setPrompt(String id, String prompt) {
        edit(id, p -> new Persona(id, p.name(), prompt, p.model(), p.temperature()));
    }

    void setModel(String id, @Nullable ModelChoice model) {
        edit(id, p -> new Persona(id, p.name(), p.prompt(), model, p.temperature()));
    }

    void setTemperature(String id, String typed, StringProperty problem) {
        problem.set("");
        switch (Entry.decimal(typed, 0, 2)) {
            case Entry.Blank<Double>() -> setTemperature(id, null);
            case Entry.Given<Double>(Double value) -> setTemperature(id, value);
            case Entry.Unusable<Double>() ->
                    problem.set(texts.get("settings.answers.temperature.problem"));
        }
    }

    private void setTemperature(String id, @Nullable Double value) {
        edit(id, p -> new Persona(id, p.name(), p.prompt(), p.model(), value));
    }

    /** The prompt and the choice are put back; the personas stay. */
    @Override
    public void reset() {
        undoable.change(
                personas, p -> new Personas(p.all(), null, ""), "settings.personas.wasReset");
    }

    private String append(Persona persona) {
        personas.change(p ->
                new Personas(
                        Stream.concat(p.all().stream(), Stream.of(persona)).toList(),
                        p.chosen(),
                        p.systemPrompt()));
        return persona.id();
    }

    private void edit(String id, UnaryOperator<Persona> edit) {
        personas.change(p ->
                new Personas(
                        p.all().stream().map(x -> x.id().equals(id) ? edit.apply(x) : x).toList(),
                        p.chosen(),
                        p.systemPrompt()));
    }

    private String free(String name) {
        return Stream.iterate(1, n -> n + 1)
                .map(n -> n == 1 ? name : name + " " + n)
                .filter(n -> personas.get().all().stream().noneMatch(p -> p.name().equals(n)))
                .findFirst()
                .orElseThrow();
    }

    private static String newId() {
        return UUID.randomUUID().toString();
    }

    @Override
    public void close() {
        personas.close();
    }
}
