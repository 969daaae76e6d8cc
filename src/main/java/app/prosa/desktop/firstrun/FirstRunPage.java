package app.prosa.desktop.firstrun;

import app.prosa.desktop.FxThread;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Page;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Views;
import app.prosa.desktop.settings.ProviderKeys;
import app.prosa.desktop.settings.ProviderTools;
import app.prosa.desktop.settings.Segmented;
import app.prosa.desktop.settings.SettingRow;
import app.prosa.desktop.settings.SettingsDesk;
import app.prosa.desktop.settings.Shown;
import app.prosa.settings.Language;
import app.prosa.settings.Overridable;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.General;
import app.prosa.settings.Settings.Theme;
import app.prosa.settings.Texts;
import java.util.List;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/**
 * The first start, in three short steps that can be skipped: how the window shall be, what shall
 * answer, and the keys worth knowing.
 */
public final class FirstRunPage implements Page {
    private enum Step {
        WELCOME(1),
        BRAIN(2),
        READY(3);

        private final int number;

        Step(int number) {
            this.number = number;
        }
    }

    private final Texts texts;
    private final Navigation navigation;
    private final SettingsDesk desk;
    private final BrainViewModel brain;
    private final Node brainView;
    private final Parent root;
    private Step step = Step.WELCOME;
    private boolean done;

    @FXML private Label progress;
    @FXML private Button skip;
    @FXML private ScrollPane scroll;
    @FXML private VBox welcome;
    @FXML private SettingRow languageRow;
    @FXML private Segmented<Language> language;
    @FXML private Segmented<Theme> theme;
    @FXML private VBox brainStep;
    @FXML private VBox ready;
    @FXML private Label readyWith;
    @FXML private GridPane keys;
    @FXML private Button back;
    @FXML private Button next;

    public FirstRunPage(PageContext context, Services services) {
        this.texts = context.texts();
        this.navigation = context.navigation();
        this.desk =
                new SettingsDesk(
                        services.settings(),
                        FxThread::run,
                        () -> navigation.toast(texts.get("settings.notStored")));
        ProviderTools tools =
                new ProviderTools(
                        desk,
                        new ProviderKeys(services.secrets(), texts, FxThread::run),
                        services.models(),
                        texts,
                        FxThread::run);
        this.brain = new BrainViewModel(tools);
        this.brainView =
                Views.load(
                        "first_run_brain",
                        new BrainController(brain, context.dialogs(), texts),
                        texts);
        this.root = Views.load("first_run", this, texts);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public void shown() {
        next.requestFocus();
    }

    @Override
    public void close() {
        if (!done) {
            brain.abandon();
        }
        desk.close();
    }

    @FXML
    private void initialize() {
        brainStep.getChildren().add(brainView);
        language.fill(List.of(Language.values()), this::nameOf);
        language.show(desk.shown().general().language());
        language.onChosen(this::setLanguage);
        desk.fixedBy(Overridable.LANGUAGE)
                .ifPresent(v -> languageRow.fix(texts.get("settings.fixed", v)));
        theme.fill(List.of(Theme.values()), this::nameOf);
        theme.show(desk.shown().appearance().theme());
        theme.onChosen(this::setTheme);
        key(0, Shortcut.NEW_CHAT.display(), "firstrun.ready.new");
        key(1, Shortcut.SEARCH.display(), "list.search");
        key(2, "Enter", "firstrun.ready.send");
        key(3, "Esc", "firstrun.ready.stop");
        key(4, Shortcut.SETTINGS.display(), "firstrun.ready.settings");
        brain.readyProperty().subscribe(_ -> showButtons());
        show(Step.WELCOME);
    }

    private String nameOf(Language choice) {
        return switch (choice) {
            case SYSTEM -> texts.get("settings.language.system");
            case ENGLISH -> texts.get("settings.language.english");
            case PORTUGUESE -> texts.get("settings.language.portuguese");
        };
    }

    private String nameOf(Theme choice) {
        return texts.get("settings.theme." + choice.name().toLowerCase(Locale.ROOT));
    }

    private void key(int row, String keys, String does) {
        Label label = new Label(keys);
        label.getStyleClass().add("firstrun-key");
        this.keys.addRow(row, label, new Label(texts.get(does)));
    }

    private void setLanguage(Language language) {
        desk.update(all -> {
            General g = all.general();
            return all.with(new General(language, g.sendKey(), g.largePasteAsAttachment()));
        });
    }

    private void setTheme(Theme theme) {
        desk.update(all -> all.with(with(all.appearance(), theme)));
    }

    private static Appearance with(Appearance a, Theme theme) {
        return new Appearance(
                theme, a.density(), a.zoom(), a.wideTranscript(), a.reducedMotion(), a.wrapCode());
    }

    private void show(Step now) {
        step = now;
        progress.setText(texts.get("firstrun.step", now.number));
        Shown.when(welcome, now == Step.WELCOME);
        Shown.when(brainStep, now == Step.BRAIN);
        Shown.when(ready, now == Step.READY);
        Shown.when(back, now != Step.WELCOME);
        Shown.when(skip, now != Step.READY);
        next.setText(texts.get(now == Step.READY ? "firstrun.start" : "firstrun.next"));
        scroll.setVvalue(0);
        showButtons();
    }

    private void showButtons() {
        next.setDisable(step == Step.BRAIN && !brain.readyProperty().get());
    }

    @FXML
    private void goOn() {
        switch (step) {
            case WELCOME -> {
                show(Step.BRAIN);
                brain.look();
            }
            case BRAIN -> {
                readyWith.setText(texts.get("firstrun.ready.with", brain.nameOfChosen()));
                show(Step.READY);
            }
            case READY -> {
                brain.keep();
                finish();
            }
        }
    }

    @FXML
    private void goBack() {
        show(step == Step.READY ? Step.BRAIN : Step.WELCOME);
    }

    @FXML
    private void skipAll() {
        brain.abandon();
        finish();
    }

    private void finish() {
        done = true;
        desk.update(Settings::withFirstRunDone);
        navigation.newChat();
    }
}
