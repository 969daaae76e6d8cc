package app.prosa;

import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.TurnPlan;
import app.prosa.settings.Settings;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How a reply is made: the conversation's own options, over its persona's, over the settings. */
final class Plans implements Function<ConversationOptions, TurnPlan> {
    private final Supplier<Settings> settings;

    Plans(Supplier<Settings> settings) {
        this.settings = settings;
    }

    @Override
    public TurnPlan apply(ConversationOptions own) {
        Settings now = settings.get();
        Settings.Models models = now.models();
        Optional<Settings.Persona> persona = persona(own, now.personas());
        return new TurnPlan(
                first(
                        own.model(),
                        persona.map(p -> ref(p.model())).orElse(null),
                        ref(models.chosen())),
                firstText(
                        own.systemPrompt(),
                        persona.map(Settings.Persona::prompt).orElse(null),
                        now.personas().systemPrompt()),
                first(
                        own.temperature(),
                        persona.map(Settings.Persona::temperature).orElse(null),
                        models.temperature()),
                first(own.maxTokens(), models.maxTokens(), null),
                own.contextMessages() != null ? own.contextMessages() : models.contextMessages());
    }

    /** A conversation without a persona of its own has the one that the settings choose. */
    private static Optional<Settings.Persona> persona(
            ConversationOptions own, Settings.Personas personas) {
        return personas.persona(own.personaId() != null ? own.personaId() : personas.chosen());
    }

    private static @Nullable ModelRef ref(Settings.@Nullable ModelChoice choice) {
        return choice == null ? null : new ModelRef(choice.providerId(), choice.model());
    }

    private static <T> @Nullable T first(@Nullable T a, @Nullable T b, @Nullable T c) {
        return a != null ? a : b != null ? b : c;
    }

    private static String firstText(@Nullable String a, @Nullable String b, String c) {
        String chosen = first(a, b, c);
        return chosen == null ? c : chosen;
    }
}
