package app.prosa.desktop.settings;

import app.prosa.desktop.channels.ChannelSeen;
import app.prosa.desktop.channels.ChannelWords.Fact;
import app.prosa.desktop.channels.Concern;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelsSettings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.FlowPane;

/** Whether a channel works, what came and went, and its switch. */
final class ChannelStateController {
    private final ChannelViewModel model;
    private final Texts texts;

    @FXML private SettingRow onRow;
    @FXML private CheckBox on;
    @FXML private Label sentence;
    @FXML private Label paused;
    @FXML private FlowPane facts;
    @FXML private Button test;
    @FXML private Button takeOver;
    @FXML private Label tested;

    ChannelStateController(ChannelViewModel model) {
        this.model = model;
        this.texts = model.texts();
    }

    @FXML
    private void initialize() {
        model.fixedBy(ChannelField.ENABLED)
                .ifPresent(variable -> onRow.fix(texts.get("settings.fixed", variable)));
        model.settings().subscribe(this::show);
        on.selectedProperty().subscribe(model::setEnabled);
        model.seenProperty().subscribe(_ -> showState());
        model.testProperty().subscribe(this::showTest);
        takeOver.disableProperty().bind(model.takingOverProperty());
    }

    private void show(ChannelsSettings now) {
        on.setSelected(now.rules(model.platform()).enabled());
        Shown.when(paused, now.paused() && on.isSelected());
        showState();
    }

    private void showState() {
        ChannelSeen seen = model.seenProperty().get();
        ChannelState state = seen.state();
        sentence.setText(model.words().sentence(model.platform(), state, model.rules().enabled()));
        sentence.getStyleClass().setAll("label", "channel-sentence");
        String tone = model.words().tone(state).styleClass();
        if (!tone.isEmpty()) {
            sentence.getStyleClass().add(tone);
        }
        facts.getChildren()
                .setAll(
                        model.words().facts(seen.facts(), model.now()).stream()
                                .map(this::node)
                                .toList());
        Shown.when(
                takeOver,
                state instanceof ChannelState.Troubled(ChannelState.Problem problem, String _)
                        && problem.canTakeOver());
    }

    private Node node(Fact fact) {
        Labeled node = labeled(fact);
        node.getStyleClass().add("channel-fact");
        if (!fact.tone().styleClass().isEmpty()) {
            node.getStyleClass().add(fact.tone().styleClass());
        }
        return node;
    }

    /** What waits for the operator leads there. */
    private Labeled labeled(Fact fact) {
        Concern concern = fact.concern();
        if (concern == null) {
            return new Label(fact.sentence());
        }
        Hyperlink link = new Hyperlink(fact.sentence());
        link.setOnAction(_ -> model.show(concern));
        return link;
    }

    private void showTest(Progress progress) {
        boolean running = progress instanceof Progress.Running;
        test.setText(
                texts.get(running ? "settings.channels.test.cancel" : "settings.channels.test"));
        Shown.line(tested, progress);
    }

    @FXML
    private void test() {
        if (model.testProperty().get() instanceof Progress.Running) {
            model.cancelTest();
        } else {
            model.test();
        }
    }

    @FXML
    private void takeOver() {
        model.takeOver();
    }
}
