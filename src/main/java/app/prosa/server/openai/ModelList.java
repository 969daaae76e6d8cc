package app.prosa.server.openai;

import app.prosa.conversation.ModelRef;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that can be asked for, by name; the one that the settings choose comes first. Where
 * two providers have models of one name, the later one's is named {@code provider/model}.
 *
 * @param models names to models, in order
 */
record ModelList(Map<String, ModelRef> models) {
    /** Names whichever model the settings choose. */
    static final String DEFAULT = "default";

    static ModelList of(Settings.Models settings) {
        Map<String, ModelRef> models = new LinkedHashMap<>();
        ModelChoice chosen = settings.chosen();
        if (chosen != null) {
            models.put(chosen.model(), new ModelRef(chosen.providerId(), chosen.model()));
        }
        for (Settings.Provider provider : settings.providers()) {
            for (String model : provider.models()) {
                add(models, new ModelRef(provider.id(), model));
            }
        }
        return new ModelList(models);
    }

    private static void add(Map<String, ModelRef> models, ModelRef ref) {
        ModelRef known = models.putIfAbsent(ref.model(), ref);
        if (known != null && !known.equals(ref)) {
            models.put(ref.provider() + "/" + ref.model(), ref);
        }
    }

    /**
     * @param name null for the default
     */
    Optional<Map.Entry<String, ModelRef>> find(@Nullable String name) {
        Stream<Map.Entry<String, ModelRef>> all = models.entrySet().stream();
        boolean first = name == null || (name.equals(DEFAULT) && !models.containsKey(DEFAULT));
        return first
                ? all.findFirst()
                : all.filter(entry -> entry.getKey().equals(name)).findFirst();
    }
}
