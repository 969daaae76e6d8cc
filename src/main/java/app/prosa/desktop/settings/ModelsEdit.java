package app.prosa.desktop.settings;

import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Changes of the providers and of what new conversations start with. */
final class ModelsEdit {
    private ModelsEdit() {}

    /**
     * A new provider of a preset, not yet among the others; of the demo there is only one.
     *
     * @param title what it is called if no other one is called that already
     */
    static Settings.Provider made(Models models, Preset preset, String title) {
        if (preset == Preset.DEMO) {
            return Settings.Provider.demo(title);
        }
        String name =
                IntStream.iterate(1, n -> n + 1)
                        .mapToObj(n -> n == 1 ? title : title + " " + n)
                        .filter(n -> models.providers().stream().noneMatch(p -> p.name().equals(n)))
                        .findFirst()
                        .orElse(title);
        return new Settings.Provider(newId(preset), preset, name, preset.baseUrl(), List.of());
    }

    /** Readable, since it is what the operator sees in the keychain; and never used before. */
    private static String newId(Preset preset) {
        String tail = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return preset.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + tail;
    }

    /** Changes the provider of that id, or adds it at the end. */
    static UnaryOperator<Models> put(Settings.Provider provider) {
        return models -> {
            List<Settings.Provider> all = new ArrayList<>(models.providers());
            int index = index(all, provider.id());
            if (index < 0) {
                all.add(provider);
            } else {
                all.set(index, provider);
            }
            return with(models, all, models.chosen());
        };
    }

    /** Changes the provider if it is there still. */
    static UnaryOperator<Models> change(String id, UnaryOperator<Settings.Provider> change) {
        return models -> {
            List<Settings.Provider> all = new ArrayList<>(models.providers());
            all.replaceAll(p -> p.id().equals(id) ? change.apply(p) : p);
            return with(models, all, models.chosen());
        };
    }

    static UnaryOperator<Models> remove(String id) {
        return models -> {
            List<Settings.Provider> all = new ArrayList<>(models.providers());
            all.removeIf(p -> p.id().equals(id));
            ModelChoice chosen = models.chosen();
            boolean gone = chosen != null && chosen.providerId().equals(id);
            return with(models, all, gone ? null : chosen);
        };
    }

    static UnaryOperator<Models> choose(@Nullable ModelChoice choice) {
        return models -> with(models, models.providers(), choice);
    }

    /** Brings a removed provider back to where it was, and the choice if it was of it. */
    static UnaryOperator<Models> bringBack(
            Settings.Provider provider, int at, @Nullable ModelChoice chosenThen) {
        return models -> {
            List<Settings.Provider> all = new ArrayList<>(models.providers());
            if (index(all, provider.id()) < 0) {
                all.add(Math.min(at, all.size()), provider);
            }
            ModelChoice chosen = models.chosen();
            boolean free = chosen == null && chosenThen != null;
            return with(models, all, free ? chosenThen : chosen);
        };
    }

    static int index(List<Settings.Provider> providers, String id) {
        return IntStream.range(0, providers.size())
                .filter(i -> providers.get(i).id().equals(id))
                .findFirst()
                .orElse(-1);
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
}
