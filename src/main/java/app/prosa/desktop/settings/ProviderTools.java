package app.prosa.desktop.settings;

import app.prosa.conversation.ModelDirectory;
import app.prosa.desktop.FailureTexts;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What is needed to set up a provider.
 *
 * @param ui where results arrive, such as {@code FxThread::run}
 */
public record ProviderTools(
        SettingsDesk desk, ProviderKeys keys, ModelDirectory directory, Texts texts, Executor ui) {

    /** Waits, off the JavaFX thread, until a call would find what was changed until now. */
    void settle() throws InterruptedException {
        desk.settle();
        keys.settle();
    }

    /** What a provider of this preset is called at first. */
    public String titleOf(Preset preset) {
        return switch (preset) {
            case CUSTOM -> texts.get("settings.provider.custom");
            case DEMO -> texts.get("settings.provider.demo");
            case OPENAI, AZURE, OPENROUTER, GROQ, OLLAMA, LM_STUDIO -> preset.title();
        };
    }

    /**
     * @param provider what it is called when the attempt fails
     * @param model what was asked, or blank
     */
    Attempt attempt(Supplier<String> provider, Supplier<String> model) {
        FailureTexts failures = new FailureTexts(texts);
        return new Attempt(ui, e -> failures.whole(e, provider.get(), model.get()));
    }

    Slice<Models> models() {
        return new Slice<>(desk, Settings::models, Settings::with);
    }

    /** Adds a provider that needs no trial, and gives new conversations a model of it. */
    public void adopt(Preset preset, List<String> names, String model) {
        Slice<Models> models = models();
        Settings.Provider made = ModelsEdit.made(models.get(), preset, titleOf(preset));
        models.change(
                ModelsEdit.put(
                        new Settings.Provider(
                                made.id(), preset, made.name(), made.baseUrl(), names)));
        models.change(ModelsEdit.choose(new ModelChoice(made.id(), model)));
        models.close();
    }

    /** New conversations get the offline demo. */
    public void adoptDemo() {
        desk.update(all -> all.with(all.models().withDemo(titleOf(Preset.DEMO))));
    }
}
