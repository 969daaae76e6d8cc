package app.prosa.desktop.settings;

import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.hub.HubWatch;
import app.prosa.desktop.hub.HubWords;
import app.prosa.settings.Overridable;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubState;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Whether the hub is on, where it is found, and the buttons that change it. */
final class HubStateController {
    private static final List<String> LIGHTS = List.of("on", "busy", "failed");

    private final ServerViewModel model;
    private final Copied copied;
    private final SystemDialogs dialogs;
    private final Texts texts;
    private final HubWords words;

    @FXML private Region light;
    @FXML private Label headline;
    @FXML private Label sentence;
    @FXML private Button otherPort;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private HBox addressLine;
    @FXML private TextField address;
    @FXML private HBox pageLine;
    @FXML private TextField page;
    @FXML private HBox behind;

    HubStateController(ServerViewModel model, Copied copied, SystemDialogs dialogs, Texts texts) {
        this.model = model;
        this.copied = copied;
        this.dialogs = dialogs;
        this.texts = texts;
        this.words = new HubWords(texts);
    }

    @FXML
    private void initialize() {
        model.state().subscribe(this::show);
    }

    private void show(HubState state) {
        headline.setText(words.headline(state));
        sentence.setText(sentence(state));
        light.getStyleClass().removeAll(LIGHTS);
        light(state).ifPresent(light.getStyleClass()::add);
        boolean serves = HubWatch.serves(state);
        Shown.when(stop, serves);
        stop.setDisable(state instanceof HubState.Starting);
        Shown.when(start, !serves);
        start.setDisable(state instanceof HubState.Stopping);
        start.setText(
                texts.get(
                        state instanceof HubState.Failed
                                ? "settings.server.again"
                                : "settings.server.start"));
        showOtherPort();
        showAddress(state);
    }

    private String sentence(HubState state) {
        Optional<String> fixed = model.fixedBy(Overridable.HUB_PORT);
        return state instanceof HubState.Failed && fixed.isPresent()
                ? words.sentence(state)
                        + " "
                        + texts.get("settings.server.port.fixed", fixed.orElseThrow())
                : words.sentence(state);
    }

    private static Optional<String> light(HubState state) {
        return switch (state) {
            case HubState.Off() -> Optional.empty();
            case HubState.Starting(), HubState.Stopping() -> Optional.of("busy");
            case HubState.On _ -> Optional.of("on");
            case HubState.Failed _ -> Optional.of("failed");
        };
    }

    private void showOtherPort() {
        Optional<Integer> free = model.otherPort();
        Shown.when(otherPort, free.isPresent());
        start.getStyleClass().remove("primary");
        if (free.isEmpty()) {
            start.getStyleClass().add("primary");
        }
        free.ifPresent(port -> otherPort.setText(texts.get("settings.server.otherPort", port)));
    }

    private void showAddress(HubState state) {
        boolean on = state instanceof HubState.On;
        Shown.when(addressLine, on);
        if (state instanceof HubState.On now) {
            address.setText(now.address().toString());
            page.setText(now.page().toString());
            Shown.when(pageLine, !now.page().equals(now.address()));
            Shown.when(behind, now.behind());
        } else {
            Shown.when(pageLine, false);
            Shown.when(behind, false);
        }
    }

    @FXML
    private void start() {
        model.start();
    }

    @FXML
    private void stop() {
        model.stop();
    }

    @FXML
    private void restart() {
        model.restart();
    }

    @FXML
    private void takeOtherPort() {
        model.otherPort().ifPresent(model::startAt);
    }

    @FXML
    private void copyAddress() {
        copied.put(address.getText());
    }

    @FXML
    private void copyPage() {
        copied.put(page.getText());
    }

    @FXML
    private void open() {
        dialogs.openLink(address.getText());
    }
}
