package app.prosa.desktop.settings;

import app.prosa.desktop.hub.CurlCommand;
import app.prosa.desktop.hub.HubWords;
import app.prosa.desktop.hub.QrPicture;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.Exposure;
import app.prosa.settings.hub.HubState;
import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;

/** What a program and a phone need in order to say something to the hub. */
final class TryHubController {
    private final ServerViewModel model;
    private final Copied copied;
    private final Texts texts;

    @FXML private SettingRow curlRow;
    @FXML private HBox curlLine;
    @FXML private TextArea curl;
    @FXML private SettingRow pageRow;
    @FXML private QrPicture qr;

    TryHubController(ServerViewModel model, Copied copied, Texts texts) {
        this.model = model;
        this.copied = copied;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        model.state().subscribe(this::show);
    }

    private void show(HubState state) {
        boolean on = state instanceof HubState.On;
        Shown.when(curlLine, on);
        Shown.when(qr, on);
        if (state instanceof HubState.On now) {
            show(now);
        } else {
            curlRow.setHint(texts.get("settings.server.curl.off"));
            pageRow.setHint(texts.get("settings.server.qr.off"));
        }
    }

    private void show(HubState.On now) {
        boolean alone = now.exposure() == Exposure.THIS_COMPUTER;
        CurlCommand command = new CurlCommand(now.address(), !alone, isWindows());
        curl.setText(command.saying(texts.get("settings.server.curl.text")));
        curlRow.setHint(
                texts.get(alone ? "settings.server.curl.hint" : "settings.server.curl.key"));
        Shown.when(qr, !alone);
        pageRow.setHint(
                alone
                        ? texts.get("settings.server.qr.alone")
                        : texts.get("settings.server.qr.hint", HubWords.plain(now.page())));
        if (!alone) {
            qr.show(now.page(), texts.get("settings.server.qr.name", HubWords.plain(now.page())));
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    @FXML
    private void copyCurl() {
        copied.put(curl.getText());
    }
}
