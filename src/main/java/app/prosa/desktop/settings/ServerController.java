package app.prosa.desktop.settings;

import app.prosa.desktop.PageContext;
import app.prosa.desktop.Views;
import app.prosa.desktop.hub.RequestLog;
import app.prosa.settings.Texts;
import java.time.Clock;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;

/** The section about the hub, put together of its parts. */
final class ServerController {
    private final ServerViewModel model;
    private final RequestLog requests;
    private final PageContext context;
    private final Texts texts;

    @FXML private SectionPane pane;

    ServerController(ServerViewModel model, RequestLog requests, PageContext context) {
        this.model = model;
        this.requests = requests;
        this.context = context;
        this.texts = context.texts();
    }

    @FXML
    private void initialize() {
        Copied copied = new Copied(context.navigation(), texts);
        pane.getContent()
                .setAll(
                        Stream.of(
                                        part(
                                                "state",
                                                new HubStateController(
                                                        model, copied, context.dialogs(), texts)),
                                        part(
                                                "listening",
                                                new ListeningController(
                                                        new ListeningViewModel(model, texts),
                                                        texts)),
                                        part(
                                                "keys",
                                                new HubKeysController(
                                                        new HubKeysViewModel(
                                                                model, texts, Clock.systemUTC()),
                                                        copied,
                                                        texts)),
                                        part(
                                                "origins",
                                                new OriginsController(
                                                        new OriginsViewModel(model, texts), texts)),
                                        part("try", new TryHubController(model, copied, texts)),
                                        part("log", new RequestLogController(requests, texts)))
                                .toList());
    }

    private Node part(String name, Object controller) {
        return Views.load("server_" + name, controller, texts);
    }

    @FXML
    private void reset() {
        model.reset();
    }
}
