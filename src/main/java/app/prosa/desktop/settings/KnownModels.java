package app.prosa.desktop.settings;

import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The models of all providers, for whoever may have one of their own. */
record KnownModels(SettingsDesk desk, Texts texts) {

    /**
     * Also none of one's own, and the one chosen: it stays among them when the provider lists it no
     * more.
     */
    List<Optional<ModelChoice>> choices(Optional<ModelChoice> chosen) {
        return Stream.concat(
                        Stream.of(Optional.<ModelChoice>empty(), chosen), all().map(Optional::of))
                .distinct()
                .toList();
    }

    private Stream<ModelChoice> all() {
        return desk.shown().models().providers().stream()
                .flatMap(p -> p.models().stream().map(m -> new ModelChoice(p.id(), m)));
    }

    /** A model as the reader knows it. */
    String nameOf(ModelChoice choice) {
        String provider =
                desk.shown()
                        .models()
                        .provider(choice.providerId())
                        .map(Settings.Provider::name)
                        .orElseGet(() -> texts.get("settings.persona.providerGone"));
        return texts.get("settings.persona.modelOf", choice.model(), provider);
    }
}
