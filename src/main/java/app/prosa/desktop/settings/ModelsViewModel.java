package app.prosa.desktop.settings;

import app.prosa.settings.Overridable;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;

/** The providers, and how their models answer. */
final class ModelsViewModel implements Section {
    private final ProviderTools tools;
    private final Undoable undoable;
    private final Slice<Models> models;
    private final AnswersViewModel answers;
    private final ObservableList<ProviderViewModel> providers = FXCollections.observableArrayList();

    /** Held, since it listens weakly, and so would who listens to it. */
    private final ObservableList<ProviderViewModel> shownProviders =
            FXCollections.unmodifiableObservableList(providers);

    private final Subscription following;

    ModelsViewModel(ProviderTools tools, Undoable undoable) {
        this.tools = tools;
        this.undoable = undoable;
        this.models = tools.models();
        this.answers = new AnswersViewModel(models, tools.texts());
        this.following = models.valueProperty().subscribe(this::follow);
    }

    /** In the order of the settings; one that stays keeps its view model. */
    ObservableList<ProviderViewModel> providers() {
        return shownProviders;
    }

    AnswersViewModel answers() {
        return answers;
    }

    Undoable undoable() {
        return undoable;
    }

    /** The environment variable that says what new conversations get, if one does. */
    Optional<String> choiceFixedBy() {
        return tools.desk().fixedBy(Overridable.MODEL);
    }

    String titleOf(Preset preset) {
        return tools.titleOf(preset);
    }

    /**
     * The first one that can answer is what new conversations get.
     *
     * @return its id
     */
    String add(Preset preset) {
        Models now = models.get();
        Settings.Provider made =
                now.providers().stream()
                        .filter(p -> preset == Preset.DEMO && p.preset() == preset)
                        .findFirst()
                        .orElseGet(() -> ModelsEdit.made(now, preset, titleOf(preset)));
        models.change(ModelsEdit.put(made));
        if (now.chosen() == null && !made.models().isEmpty()) {
            String model = made.models().getFirst();
            models.change(ModelsEdit.choose(new ModelChoice(made.id(), model)));
        }
        return made.id();
    }

    /** Removes the provider and its key; undo brings both back. */
    void remove(ProviderViewModel gone) {
        Settings.Provider provider = gone.provider();
        int at = ModelsEdit.index(models.get().providers(), provider.id());
        ModelChoice chosen = gone.isChosen() ? models.get().chosen() : null;
        models.change(ModelsEdit.remove(provider.id()));
        tools.keys()
                .take(
                        provider.id(),
                        restoreKey ->
                                undoable.say(
                                        tools.texts()
                                                .get("settings.provider.removed", provider.name()),
                                        () -> {
                                            restoreKey.run();
                                            models.change(
                                                    ModelsEdit.bringBack(provider, at, chosen));
                                        }));
    }

    /** The place of the keys has changed. */
    void lookForKeys() {
        providers.forEach(ProviderViewModel::lookForKey);
    }

    /** How models answer is put back; the providers stay. */
    @Override
    public void reset() {
        undoable.change(
                models,
                m -> AnswersViewModel.answers(m, null, null, Models.DEFAULT.contextMessages()),
                "settings.models.wasReset");
    }

    private void follow(Models now) {
        List<ProviderViewModel> wanted = now.providers().stream().map(this::viewModel).toList();
        if (!wanted.equals(providers)) {
            List<ProviderViewModel> gone =
                    providers.stream().filter(p -> !wanted.contains(p)).toList();
            providers.setAll(wanted);
            gone.forEach(ProviderViewModel::close);
        }
    }

    private ProviderViewModel viewModel(Settings.Provider provider) {
        return providers.stream()
                .filter(known -> known.provider().id().equals(provider.id()))
                .findFirst()
                .orElseGet(() -> new ProviderViewModel(provider, tools));
    }

    @Override
    public void close() {
        following.unsubscribe();
        providers.forEach(ProviderViewModel::close);
        models.close();
    }
}
