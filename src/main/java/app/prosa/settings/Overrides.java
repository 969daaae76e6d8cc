package app.prosa.settings;

import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Settings.Personas;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the environment changes the settings, and how nothing of that gets into the file. */
final class Overrides {
    private final Environment environment;
    private final Optional<Settings.Provider> provider;

    Overrides(Environment environment) {
        this.environment = environment;
        this.provider = providerOf(environment);
    }

    Map<Overridable, Variable> fixed() {
        var fixed = new EnumMap<Overridable, Variable>(Overridable.class);
        note(fixed, Variable.PROSA_LANGUAGE, Overridable.LANGUAGE);
        note(fixed, Variable.AI_SYSTEM_PROMPT, Overridable.SYSTEM_PROMPT, Overridable.PERSONA);
        note(fixed, Variable.PROSA_MASTER_KEY, Overridable.PASSPHRASE);
        note(fixed, Variable.OPENAI_BASE_URL, Overridable.PROVIDER, Overridable.MODEL);
        note(fixed, Variable.OPENAI_API_KEY, Overridable.PROVIDER, Overridable.MODEL);
        note(fixed, Variable.OPENAI_MODEL, Overridable.MODEL);
        return Map.copyOf(fixed);
    }

    /** The settings that hold. */
    Settings over(Settings stored) {
        return stored.with(over(stored.general()))
                .with(over(stored.models()))
                .with(over(stored.personas()));
    }

    /** What may be stored of settings that somebody made out of the ones that hold. */
    Settings without(Settings changed, Settings before) {
        Models models = changed.models();
        ModelChoice chosen = models.chosen();
        boolean ours = chosen != null && chosen.providerId().equals(Environment.PROVIDER);
        return changed.with(
                with(models, others(models).toList(), ours ? before.models().chosen() : chosen));
    }

    private void note(
            Map<Overridable, Variable> fixed, Variable variable, Overridable... settings) {
        if (environment.get(variable).isPresent()) {
            Arrays.stream(settings).forEach(setting -> fixed.put(setting, variable));
        }
    }

    private General over(General stored) {
        return new General(
                environment.language().orElse(stored.language()),
                stored.sendKey(),
                stored.largePasteAsAttachment());
    }

    private Models over(Models stored) {
        var providers = new ArrayList<Settings.Provider>();
        provider.ifPresent(providers::add);
        others(stored).forEach(providers::add);
        return with(stored, providers, chosen(stored));
    }

    private @Nullable ModelChoice chosen(Models stored) {
        Optional<String> model = environment.get(Variable.OPENAI_MODEL);
        ModelChoice chosen = stored.chosen();
        if (provider.isPresent()) {
            return new ModelChoice(Environment.PROVIDER, model.orElse(Environment.DEFAULT_MODEL));
        }
        return chosen == null
                ? null
                : new ModelChoice(chosen.providerId(), model.orElse(chosen.model()));
    }

    private Personas over(Personas stored) {
        return environment
                .get(Variable.AI_SYSTEM_PROMPT)
                .map(prompt -> new Personas(stored.all(), null, prompt))
                .orElse(stored);
    }

    private static Stream<Settings.Provider> others(Models models) {
        return models.providers().stream().filter(p -> !p.id().equals(Environment.PROVIDER));
    }

    private static Models with(
            Models models, List<Settings.Provider> providers, @Nullable ModelChoice chosen) {
        return new Models(
                providers,
                chosen,
                models.temperature(),
                models.maxTokens(),
                models.contextMessages());
    }

    private static Optional<Settings.Provider> providerOf(Environment environment) {
        Optional<String> address = environment.get(Variable.OPENAI_BASE_URL);
        if (address.isEmpty() && environment.get(Variable.OPENAI_API_KEY).isEmpty()) {
            return Optional.empty();
        }
        String url = withoutSlash(address.orElse(Preset.OPENAI.baseUrl()));
        Preset preset = presetAt(url);
        String name = preset == Preset.CUSTOM ? URI.create(url).getHost() : preset.title();
        String model = environment.get(Variable.OPENAI_MODEL).orElse(Environment.DEFAULT_MODEL);
        return Optional.of(
                new Settings.Provider(Environment.PROVIDER, preset, name, url, List.of(model)));
    }

    private static Preset presetAt(String url) {
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.baseUrl().equals(url))
                .findFirst()
                .orElse(Preset.CUSTOM);
    }

    private static String withoutSlash(String url) {
        return url.endsWith("/") ? withoutSlash(url.substring(0, url.length() - 1)) : url;
    }
}
