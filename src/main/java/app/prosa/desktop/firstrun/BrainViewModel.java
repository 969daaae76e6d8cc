package app.prosa.desktop.firstrun;

import app.prosa.conversation.ModelDirectory;
import app.prosa.desktop.SlowWork;
import app.prosa.desktop.settings.ProviderTools;
import app.prosa.desktop.settings.Trial;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings.ModelChoice;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is found, what is chosen, and whether that is enough to go on. */
final class BrainViewModel {
    private static final List<Preset> LOCAL = List.of(Preset.OLLAMA, Preset.LM_STUDIO);

    private final ProviderTools tools;
    private final SlowWork looking;
    private final Trial trial;
    private final ObservableList<Brain.Local> found = FXCollections.observableArrayList();

    /** Held, since it listens weakly, and so would who listens to it. */
    private final ObservableList<Brain.Local> shownFound =
            FXCollections.unmodifiableObservableList(found);

    private final ReadOnlyObjectWrapper<Brain> chosen =
            new ReadOnlyObjectWrapper<>(new Brain.None());
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private String localModel = "";

    BrainViewModel(ProviderTools tools) {
        this.tools = tools;
        this.looking = new SlowWork(tools.ui());
        this.trial = new Trial(tools);
        trial.worksProperty().subscribe(_ -> judge());
    }

    /** What answers on this computer. */
    ObservableList<Brain.Local> found() {
        return shownFound;
    }

    ReadOnlyBooleanProperty lookingProperty() {
        return looking.runningProperty();
    }

    ReadOnlyObjectProperty<Brain> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether what is chosen can answer. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    Trial trial() {
        return trial;
    }

    void look() {
        looking.start(() -> running(tools.directory()), this::show, _ -> show(List.of()));
    }

    private static List<Brain.Local> running(ModelDirectory directory) throws InterruptedException {
        List<Brain.Local> running = new ArrayList<>();
        for (Preset preset : LOCAL) {
            List<String> models = directory.probe(preset.baseUrl());
            if (!models.isEmpty()) {
                running.add(new Brain.Local(preset, models));
            }
        }
        return running;
    }

    /** What is here already and costs nothing is proposed, as long as nothing else is chosen. */
    private void show(List<Brain.Local> running) {
        found.setAll(running);
        boolean gone = chosen.get() instanceof Brain.Local local && !running.contains(local);
        if (gone) {
            choose(new Brain.None());
        }
        if (chosen.get() instanceof Brain.None && !running.isEmpty()) {
            choose(running.getFirst());
        }
    }

    void choose(Brain brain) {
        chosen.set(brain);
        localModel = brain instanceof Brain.Local local ? local.models().getFirst() : "";
        judge();
    }

    void chooseLocalModel(String model) {
        localModel = model;
    }

    private void judge() {
        ready.set(
                switch (chosen.get()) {
                    case Brain.None() -> false;
                    case Brain.Local _, Brain.Demo _ -> true;
                    case Brain.WithKey() -> trial.worksProperty().get().isPresent();
                });
    }

    /** What will answer, as the reader knows it. */
    String nameOfChosen() {
        return switch (chosen.get()) {
            case Brain.None() -> "";
            case Brain.Local _ -> localModel;
            case Brain.WithKey() -> trial.worksProperty().get().map(ModelChoice::model).orElse("");
            case Brain.Demo() -> tools.titleOf(Preset.DEMO);
        };
    }

    /** Keeps what was chosen, and nothing else that was tried. */
    void keep() {
        looking.cancel();
        switch (chosen.get()) {
            case Brain.None() -> trial.discard();
            case Brain.Local(Preset preset, List<String> models) -> {
                trial.discard();
                tools.adopt(preset, models, localModel);
            }
            case Brain.WithKey() -> trial.keep();
            case Brain.Demo() -> {
                trial.discard();
                tools.adoptDemo();
            }
        }
    }

    /** Keeps nothing. */
    void abandon() {
        looking.cancel();
        trial.discard();
    }
}
