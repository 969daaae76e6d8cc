package app.prosa.desktop.settings;

import app.prosa.desktop.Navigation;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelSecrets.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** How a channel is set up, step by step, with what has to be carried to the platform. */
final class ChannelGuideController {
    private final ChannelViewModel model;
    private final Copied copied;
    private final Texts texts;

    @FXML private VBox steps;
    @FXML private VBox noAddress;
    @FXML private Label noAddressWords;
    @FXML private SettingRow addressRow;
    @FXML private TextField address;
    @FXML private SettingRow verifyRow;
    @FXML private Label verify;

    ChannelGuideController(ChannelViewModel model, Copied copied) {
        this.model = model;
        this.copied = copied;
        this.texts = model.texts();
    }

    @FXML
    private void initialize() {
        boolean verified = ChannelSecrets.of(model.platform()).contains(Kind.VERIFY_TOKEN);
        Shown.when(verifyRow, verified);
        if (verified) {
            verifyRow.setHint(
                    new ChannelSecretWords(texts).of(model.platform(), Kind.VERIFY_TOKEN).hint());
            model.secret(Kind.VERIFY_TOKEN).keyProperty().subscribe(this::showVerify);
        }
        noAddressWords.setText(
                texts.get("settings.channels.noAddress", model.words().name(model.platform())));
        model.settings().subscribe(_ -> show());
        model.shownSettings().subscribe(_ -> show());
    }

    private void show() {
        Optional<String> webhook = model.webhookAddress();
        boolean called = model.isCalled();
        steps.getChildren().setAll(steps());
        Shown.when(noAddress, called && webhook.isEmpty());
        Shown.when(addressRow, called && webhook.isPresent());
        address.setText(webhook.orElse(""));
    }

    private List<Node> steps() {
        List<String> all = ChannelGuide.steps(model.platform(), model.isCalled());
        return IntStream.range(0, all.size()).mapToObj(i -> step(i + 1, all.get(i))).toList();
    }

    private Node step(int number, String key) {
        Label mark = new Label(Integer.toString(number));
        mark.getStyleClass().add("channel-step-number");
        Label words = new Label(texts.get(key));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(mark, words);
        line.getStyleClass().add("channel-step");
        return line;
    }

    private void showVerify(KeyState state) {
        verify.setText(
                switch (state) {
                    case KeyState.Looking() -> texts.get("settings.key.looking");
                    case KeyState.NotNeeded() -> "";
                    case KeyState.Missing() -> texts.get("settings.channels.verify.missing");
                    case KeyState.Stored(var place) -> texts.get(KeyController.place(place));
                    case KeyState.FromEnvironment(String variable, boolean _) ->
                            texts.get("settings.key.environment", variable);
                    case KeyState.Locked() -> texts.get("settings.key.locked");
                    case KeyState.Unusable(String why) -> why;
                });
    }

    @FXML
    private void copyAddress() {
        copied.put(address.getText());
    }

    @FXML
    private void copyVerifyToken() {
        model.secret(Kind.VERIFY_TOKEN).fetch(copied::put);
    }

    @FXML
    private void openServer() {
        copied.navigation().openSettings(Navigation.Section.SERVER);
    }
}
