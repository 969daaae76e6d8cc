package app.prosa.desktop.firstrun;

import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.settings.ModelField;
import app.prosa.desktop.settings.Progress;
import app.prosa.desktop.settings.Segmented;
import app.prosa.desktop.settings.Shown;
import app.prosa.settings.Preset;
import app.prosa.settings.Texts;
import java.net.URI;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The second step: what shall answer. */
final class BrainController {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final List<Preset> WITH_KEY =
            List.of(Preset.OPENAI, Preset.OPENROUTER, Preset.GROQ, Preset.CUSTOM);

    private final BrainViewModel model;
    private final SystemDialogs dialogs;
    private final Texts texts;
    private final ToggleGroup group = new ToggleGroup();
    private Preset preset = Preset.OPENAI;

    @FXML private VBox found;
    @FXML private HBox here;
    @FXML private Label hereWords;
    @FXML private Button again;
    @FXML private VBox keyCard;
    @FXML private RadioButton withKey;
    @FXML private VBox keyDetails;
    @FXML private Segmented<Preset> presets;
    @FXML private TextField address;
    @FXML private PasswordField key;
    @FXML private Button check;
    @FXML private ModelField modelField;
    @FXML private Label checked;
    @FXML private Hyperlink keyPage;
    @FXML private VBox demoCard;
    @FXML private RadioButton demo;

    BrainController(BrainViewModel model, SystemDialogs dialogs, Texts texts) {
        this.model = model;
        this.dialogs = dialogs;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        option(withKey, keyCard, new Brain.WithKey());
        option(demo, demoCard, new Brain.Demo());
        keyDetails.managedProperty().bind(withKey.selectedProperty());
        keyDetails.visibleProperty().bind(withKey.selectedProperty());
        group.selectedToggleProperty().subscribe(this::toggled);
        model.chosenProperty().subscribe(this::select);
        model.found().addListener((ListChangeListener<Brain.Local>) _ -> showFound());
        model.lookingProperty().subscribe(_ -> showFound());
        connectKey();
    }

    private void connectKey() {
        presets.fill(
                WITH_KEY, p -> p == Preset.CUSTOM ? texts.get("firstrun.key.other") : p.title());
        presets.onChosen(this::choosePreset);
        presets.show(Preset.OPENAI);
        modelField.name(texts.get("settings.model"), texts.get("settings.model.open"));
        key.textProperty().subscribe((_, _) -> model.trial().cancel());
        address.textProperty().subscribe((_, _) -> model.trial().cancel());
        modelField.textProperty().subscribe((_, _) -> modelTyped());
        key.setOnAction(_ -> check());
        address.setOnAction(_ -> check());
        modelField.field().setOnAction(_ -> check());
        model.trial().progressProperty().subscribe(this::showProgress);
        model.trial().modelsProperty().subscribe(modelField::setModels);
        model.trial()
                .worksProperty()
                .subscribe(works ->
                        works.ifPresent(choice ->
                                modelField.quietly(() -> modelField.show(choice.model()))));
    }

    /** The name that the trial itself has put there changes nothing. */
    private void modelTyped() {
        String name = modelField.textProperty().get();
        boolean same =
                model.trial().worksProperty().get().filter(w -> w.model().equals(name)).isPresent();
        if (!same) {
            model.trial().cancel();
        }
    }

    private void option(RadioButton button, Node card, Brain brain) {
        button.setToggleGroup(group);
        button.setUserData(brain);
        button.selectedProperty()
                .subscribe(selected -> card.pseudoClassStateChanged(CHOSEN, selected));
        card.setOnMouseClicked(_ -> button.setSelected(true));
    }

    private void toggled(@Nullable Toggle toggle) {
        if (toggle != null && !toggle.getUserData().equals(model.chosenProperty().get())) {
            model.choose((Brain) toggle.getUserData());
        }
    }

    private void select(Brain brain) {
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(brain))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    private void showFound() {
        boolean looking = model.lookingProperty().get();
        group.getToggles().removeIf(toggle -> toggle.getUserData() instanceof Brain.Local);
        found.getChildren().setAll(model.found().stream().map(this::card).toList());
        select(model.chosenProperty().get());
        Shown.when(found, !model.found().isEmpty());
        Shown.when(here, model.found().isEmpty());
        Shown.when(again, !looking);
        hereWords.setText(texts.get(looking ? "firstrun.here.looking" : "firstrun.here.nothing"));
    }

    private Node card(Brain.Local local) {
        RadioButton button = new RadioButton(local.preset().title());
        button.getStyleClass().add("firstrun-option");
        ComboBox<String> models = new ComboBox<>();
        models.getItems().setAll(local.models());
        models.setValue(local.models().getFirst());
        models.setAccessibleText(texts.get("settings.model"));
        models.valueProperty().subscribe(model::chooseLocalModel);
        models.disableProperty().bind(button.selectedProperty().not());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(button, gap, models);
        line.getStyleClass().add("settings-line");
        VBox card = new VBox(line);
        card.getStyleClass().add("firstrun-card");
        option(button, card, local);
        return card;
    }

    private void choosePreset(Preset now) {
        preset = now;
        model.trial().cancel();
        Shown.when(address, now.baseUrl().isEmpty());
        Shown.when(modelField, now.baseUrl().isEmpty());
        modelField.show("");
        Shown.when(keyPage, !now.keyPage().isEmpty());
        if (!now.keyPage().isEmpty()) {
            keyPage.setText(texts.get("settings.key.page", URI.create(now.keyPage()).getHost()));
        }
    }

    private void showProgress(Progress progress) {
        boolean running = progress instanceof Progress.Running;
        check.setText(texts.get(running ? "settings.cancel" : "firstrun.key.check"));
        Shown.line(checked, progress);
        if (progress instanceof Progress.Passed) {
            Shown.when(modelField, true);
        }
    }

    @FXML
    private void check() {
        if (model.trial().progressProperty().get() instanceof Progress.Running) {
            model.trial().cancel();
        } else {
            model.trial()
                    .start(
                            preset,
                            address.getText(),
                            key.getText(),
                            modelField.textProperty().get());
        }
    }

    @FXML
    private void lookAgain() {
        model.look();
    }

    @FXML
    private void openKeyPage() {
        dialogs.openLink(preset.keyPage());
    }
}
