package app.prosa.desktop.settings;

import app.prosa.settings.Language;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Persona;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.Answering;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.Door;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** Who may talk on a channel, and how it answers. */
final class ChannelRulesViewModel {
    private static final double MILLIS = 1000;
    private static final int MOST = 999_999;

    private final ChannelViewModel channel;
    private final Texts texts;

    ChannelRulesViewModel(ChannelViewModel channel) {
        this.channel = channel;
        this.texts = channel.texts();
    }

    Texts texts() {
        return texts;
    }

    ChannelRules rules() {
        return channel.rules();
    }

    ObservableValue<ChannelRules> state() {
        return channel.settings().map(all -> all.rules(channel.platform()));
    }

    Optional<String> fixedBy(ChannelField field) {
        return channel.fixedBy(field);
    }

    /** Also none of its own; one that was removed stays until another is chosen. */
    List<Optional<String>> personas() {
        return Stream.concat(
                        Stream.of(Optional.<String>empty(), persona()),
                        channel.personas().stream().map(Persona::id).map(Optional::of))
                .distinct()
                .toList();
    }

    Optional<String> persona() {
        return Optional.ofNullable(rules().personaId());
    }

    String nameOf(Optional<String> persona) {
        return persona.map(this::nameOf).orElseGet(() -> texts.get("settings.channels.inherit"));
    }

    private String nameOf(String persona) {
        return channel.personas().stream()
                .filter(p -> p.id().equals(persona))
                .map(Persona::name)
                .findFirst()
                .orElseGet(() -> texts.get("settings.channels.persona.gone"));
    }

    KnownModels models() {
        return channel.models();
    }

    Optional<ModelChoice> model() {
        return Optional.ofNullable(rules().model());
    }

    String nameOfModel(Optional<ModelChoice> model) {
        return model.map(models()::nameOf).orElseGet(() -> texts.get("settings.channels.inherit"));
    }

    void setDoor(Door door) {
        channel.change(rules -> rules.withDoor(door));
    }

    void setAnswering(Answering answering) {
        channel.change(rules -> rules.withAnswering(answering));
    }

    void setLanguage(Language language) {
        channel.change(rules -> rules.withLanguage(language));
    }

    void setPersona(@Nullable String id) {
        channel.change(rules -> rules.withPersona(id));
    }

    void setModel(@Nullable ModelChoice model) {
        channel.change(rules -> rules.withModel(model));
    }

    /** Blank is none of its own. */
    void setSystemPrompt(String typed) {
        channel.change(rules -> rules.withSystemPrompt(typed.isBlank() ? null : typed));
    }

    String systemPrompt() {
        String own = rules().systemPrompt();
        return own == null ? "" : own;
    }

    /** In seconds, as people count. */
    String quiet() {
        return AnswersViewModel.decimal(rules().quietMillis() / MILLIS, texts);
    }

    void setQuiet(String typed, StringProperty problem) {
        switch (Entry.decimal(typed, 0, ChannelRules.MAX_QUIET_MILLIS / MILLIS)) {
            case Entry.Blank<Double>() -> takeQuiet(ChannelRules.PERSONAL.quietMillis(), problem);
            case Entry.Given<Double>(Double seconds) ->
                    takeQuiet((int) Math.round(seconds * MILLIS), problem);
            case Entry.Unusable<Double>() ->
                    problem.set(texts.get("settings.channels.quiet.problem"));
        }
    }

    private void takeQuiet(int millis, StringProperty problem) {
        problem.set("");
        channel.change(rules -> rules.withQuietMillis(millis));
    }

    /** As a field shows it: empty for no limit. */
    static String limit(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    void setHourly(String typed, StringProperty problem) {
        limited(typed, problem).ifPresent(n -> channel.change(r -> r.withHourlyPerPerson(n)));
    }

    void setDaily(String typed, StringProperty problem) {
        limited(typed, problem).ifPresent(n -> channel.change(r -> r.withDailyAnswers(n)));
    }

    private Optional<Integer> limited(String typed, StringProperty problem) {
        problem.set("");
        return switch (Entry.whole(typed, 0, MOST)) {
            case Entry.Blank<Integer>() -> Optional.of(0);
            case Entry.Given<Integer>(Integer value) -> Optional.of(value);
            case Entry.Unusable<Integer>() -> {
                problem.set(texts.get("settings.channels.limit.problem"));
                yield Optional.empty();
            }
        };
    }
}
