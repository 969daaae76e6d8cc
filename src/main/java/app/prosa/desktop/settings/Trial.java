package app.prosa.desktop.settings;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure.Kind;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Tries a provider with a key, by a real call. It is among the settings meanwhile, where the call
 * looks for it, and is only left there by {@link #keep}.
 */
public final class Trial {
    /** A server that does not list its models may have some all the same. */
    private static final Set<Kind> NO_LIST =
            EnumSet.of(Kind.SERVER, Kind.BAD_REQUEST, Kind.NO_SUCH_MODEL);

    private final ProviderTools tools;
    private final Slice<Models> settings;
    private final Attempt attempt;
    private final ReadOnlyObjectWrapper<Optional<ModelChoice>> works =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<String>> models =
            new ReadOnlyObjectWrapper<>(List.of());
    private Settings.@Nullable Provider provider;

    /** What came of it; a blank model if none is known. */
    private record Result(List<String> models, String model, Duration took) {}

    public Trial(ProviderTools tools) {
        this.tools = tools;
        this.settings = tools.models();
        this.attempt =
                tools.attempt(
                        () -> provider == null ? "" : provider.name(),
                        () -> works.get().map(ModelChoice::model).orElse(""));
    }

    public ReadOnlyObjectProperty<Progress> progressProperty() {
        return attempt.progressProperty();
    }

    /** The model that answered, if one did. */
    public ReadOnlyObjectProperty<Optional<ModelChoice>> worksProperty() {
        return works.getReadOnlyProperty();
    }

    /** What the provider lists. */
    public ReadOnlyObjectProperty<List<String>> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    /**
     * @param address only looked at where the preset has none
     * @param model or blank for the first that the provider lists
     */
    public void start(Preset preset, String address, String key, String model) {
        cancel();
        if (preset.key() == Preset.Key.NEEDED && key.isBlank()) {
            attempt.fail(tools.texts().get("firstrun.key.needed"));
            return;
        }
        String url = preset.baseUrl().isEmpty() ? address : preset.baseUrl();
        switch (BaseUrl.of(preset, url)) {
            case BaseUrl.Invalid(String sentence) -> attempt.fail(tools.texts().get(sentence));
            case BaseUrl.Valid valid -> call(preset, valid.baseUrl(), key.strip(), model.strip());
        }
    }

    private void call(Preset preset, String url, String key, String model) {
        Settings.Provider tried = prepared(preset, url);
        if (!key.isEmpty()) {
            // Where it cannot be kept, the call says that there is none.
            tools.keys().store(tried, key, _ -> {});
        }
        attempt.start(
                tools.texts().get("firstrun.key.finding"),
                () -> {
                    tools.settle();
                    return ask(tried.id(), model);
                },
                result -> answered(tried, result));
    }

    /** The provider as it is tried now, under the same id as long as it is of the same kind. */
    private Settings.Provider prepared(Preset preset, String url) {
        Settings.Provider before = provider;
        if (before != null && before.preset() != preset) {
            discard();
            before = null;
        }
        Settings.Provider base =
                before == null
                        ? ModelsEdit.made(settings.get(), preset, tools.titleOf(preset))
                        : before;
        Settings.Provider tried =
                new Settings.Provider(base.id(), preset, base.name(), url, base.models());
        provider = tried;
        settings.change(ModelsEdit.put(tried));
        return tried;
    }

    private Result ask(String id, String wanted) throws ChatModelException, InterruptedException {
        List<String> listed = listed(id, wanted);
        String model = wanted.isEmpty() && !listed.isEmpty() ? listed.getFirst() : wanted;
        Duration took =
                model.isEmpty() ? Duration.ZERO : tools.directory().check(new ModelRef(id, model));
        return new Result(listed, model, took);
    }

    private List<String> listed(String id, String wanted)
            throws ChatModelException, InterruptedException {
        try {
            return tools.directory().models(id);
        } catch (ChatModelException e) {
            if (NO_LIST.contains(e.failure().kind()) && !wanted.isEmpty()) {
                return List.of();
            }
            throw e;
        }
    }

    private String answered(Settings.Provider tried, Result result) {
        models.set(result.models());
        if (result.model().isEmpty()) {
            return tools.texts().get("firstrun.key.typeModel");
        }
        works.set(Optional.of(new ModelChoice(tried.id(), result.model())));
        return tools.texts().get("settings.check.passed", result.model(), result.took().toMillis());
    }

    /** Something that was tried has changed: what is known of it holds no more. */
    public void cancel() {
        attempt.cancel();
        works.set(Optional.empty());
    }

    /** New conversations get the model that answered. */
    public void keep() {
        works.get().ifPresent(this::keep);
    }

    private void keep(ModelChoice choice) {
        settings.change(ModelsEdit.change(choice.providerId(), p -> withModels(p, models.get())));
        settings.change(ModelsEdit.choose(choice));
    }

    private static Settings.Provider withModels(Settings.Provider p, List<String> names) {
        return new Settings.Provider(p.id(), p.preset(), p.name(), p.baseUrl(), names);
    }

    /** As if nothing had been tried; the key is gone, too. */
    public void discard() {
        cancel();
        models.set(List.of());
        Settings.Provider tried = provider;
        provider = null;
        if (tried != null) {
            settings.change(ModelsEdit.remove(tried.id()));
            tools.keys().remove(tried.id(), _ -> {});
        }
    }
}
