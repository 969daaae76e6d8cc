package app.prosa.settings;

import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Settings.Personas;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.Platform;
import app.prosa.settings.hub.HubSettings;
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
    private final ChannelOverrides channels;

    Overrides(Environment environment) {
        this.environment = environment;
        this.provider = providerOf(environment);
        this.channels = new ChannelOverrides(environment);
    }

    Map<Overridable, Variable> fixed() {
        var fixed = new EnumMap<Overridable, Variable>(Overridable.class);
        note(fixed, Variable.PROSA_LANGUAGE, Overridable.LANGUAGE);
        note(fixed, Variable.AI_SYSTEM_PROMPT, Overridable.SYSTEM_PROMPT, Overridable.PERSONA);
        note(fixed, Variable.PROSA_MASTER_KEY, Overridable.PASSPHRASE);
        note(fixed, Variable.OPENAI_BASE_URL, Overridable.PROVIDER, Overridable.MODEL);
        note(fixed, Variable.OPENAI_API_KEY, Overridable.PROVIDER, Overridable.MODEL);
        note(fixed, Variable.OPENAI_MODEL, Overridable.MODEL);
        note(fixed, Variable.PORT, Overridable.HUB_PORT);
        note(fixed, Variable.PROSA_BIND, Overridable.HUB_BIND);
        note(fixed, Variable.PROSA_PUBLIC_URL, Overridable.HUB_PUBLIC_URL);
        note(fixed, Variable.PROSA_ORIGINS, Overridable.HUB_ORIGINS);
        note(fixed, Variable.PROSA_TRUSTED_PROXIES, Overridable.HUB_TRUSTED_PROXIES);
        note(fixed, Variable.PROSA_LIMITS, Overridable.HUB_LIMITS);
        note(fixed, Variable.PROSA_API_KEY, Overridable.HUB_KEY);
        note(fixed, Variable.PROSA_KEYSTORE, Overridable.HUB_KEYSTORE);
        note(fixed, Variable.PROSA_TRANSCRIPTION_MODEL, Overridable.TRANSCRIPTION_MODEL);
        note(fixed, Variable.PROSA_TRANSCRIPTION_BASE_URL, Overridable.TRANSCRIPTION_ADDRESS);
        return Map.copyOf(fixed);
    }

    Map<ChannelField, Variable> fixed(Platform platform) {
        return channels.fixed(platform);
    }

    /** The settings that hold. */
    Settings over(Settings stored) {
        return stored.with(over(stored.general()))
                .with(over(stored.models()))
                .with(over(stored.personas()))
                .with(over(stored.hub()))
                .with(channels.over(stored.channels()));
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

    private HubSettings over(HubSettings stored) {
        return new HubSettings(
                stored.on(),
                stored.whenClosed(),
                environment.get(Variable.PROSA_BIND).orElse(stored.bind()),
                environment.get(Variable.PORT).map(Integer::valueOf).orElse(stored.port()),
                environment.get(Variable.PROSA_PUBLIC_URL).orElse(stored.publicUrl()),
                list(Variable.PROSA_ORIGINS, stored.origins()),
                list(Variable.PROSA_TRUSTED_PROXIES, stored.trustedProxies()),
                environment.get(Variable.PROSA_KEYSTORE).orElse(stored.keystore()),
                environment
                        .get(Variable.PROSA_LIMITS)
                        .map(word -> stored.limits().withOn(word.equals("on")))
                        .orElse(stored.limits()),
                stored.keys(),
                stored.page());
    }

    private List<String> list(Variable variable, List<String> stored) {
        return environment
                .get(variable)
                .map(value -> Variable.Form.each(value).toList())
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
