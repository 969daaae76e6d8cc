package app.prosa.desktop.shell;

import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Icon;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Navigation.Section;
import app.prosa.desktop.Services;
import app.prosa.desktop.hub.HubWatch;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import app.prosa.settings.hub.HubState;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The line at the bottom: what answers, and what is wrong, if anything is. */
final class StatusBar {
    private static final PseudoClass SERVING = PseudoClass.getPseudoClass("serving");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final StatusModel model;
    private final Region light = new Region();
    private final List<Runnable> subscriptions = new ArrayList<>();
    private @Nullable VersionNotice versions;

    StatusBar(HBox bar, StatusModel model, Navigation navigation) {
        this.model = model;
        light.getStyleClass().add("hub-light");
        Button hub = item(light, model.hub, "status-hub");
        hub.setOnAction(event -> navigation.openSettings(Section.SERVER));
        Button answers = item(Icon.MODEL.small(), model.model, "status-model");
        model.modelMissing.addListener(
                (property, before, missing) -> answers.pseudoClassStateChanged(MISSING, missing));
        answers.setOnAction(event -> navigation.openSettings(Section.MODELS));
        Button keys = item(Icon.KEY.small(), model.keys, "status-warning");
        keys.setOnAction(event -> navigation.openSettings(Section.MODELS));
        Button store = item(Icon.ALERT.small(), model.store, "status-danger");
        store.setOnAction(event -> navigation.openSettings(Section.DATA));
        Button update = item(Icon.INFO.small(), model.update, "status-update");
        update.setOnAction(event -> readOf(navigation));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().setAll(hub, answers, space, update, store, keys);
    }

    private void readOf(Navigation navigation) {
        if (versions != null) {
            versions.read();
        }
        navigation.openSettings(Section.ABOUT);
    }

    void connect(Services services) {
        LiveSettings settings = services.settings();
        LiveSettings.Subscription changes =
                settings.subscribe(change -> ask(services.secrets(), change.after()));
        Subscription events = services.engine().subscribe(this::heard);
        HubWatch hub = new HubWatch(services.hub(), FxThread::run);
        hub.stateProperty().subscribe(this::show);
        VersionNotice told = new VersionNotice(model, services);
        versions = told;
        subscriptions.add(told::close);
        subscriptions.add(hub::close);
        subscriptions.add(changes::close);
        subscriptions.add(events::close);
        Thread.ofVirtual().start(() -> ask(services.secrets(), settings.current()));
    }

    /** The place of the secrets may take a moment to say what it is. */
    private void ask(Secrets secrets, Settings settings) {
        Secrets.Place place = secrets.place();
        FxThread.run(() -> model.show(settings, place));
    }

    private void show(HubState state) {
        model.show(state);
        light.pseudoClassStateChanged(SERVING, HubWatch.serves(state));
        light.pseudoClassStateChanged(FAILED, state instanceof HubState.Failed);
    }

    private void heard(ConversationEvent event) {
        if (!(event instanceof ReplyDelta)) {
            FxThread.run(() -> model.on(event));
        }
    }

    private static Button item(Node sign, StringProperty text, String styleClass) {
        Button item = new Button("", sign);
        item.getStyleClass().addAll("status-item", styleClass);
        item.textProperty().bind(text);
        item.visibleProperty().bind(text.isNotEmpty());
        item.managedProperty().bind(item.visibleProperty());
        return item;
    }

    void close() {
        subscriptions.forEach(Runnable::run);
    }
}
