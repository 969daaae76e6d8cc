package app.prosa.desktop.shell;

import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Icon;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Navigation.Section;
import app.prosa.desktop.Services;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the bottom: what answers, and what is wrong, if anything is. */
final class StatusBar {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final StatusModel model;
    private final List<Runnable> subscriptions = new ArrayList<>();

    StatusBar(HBox bar, StatusModel model, Navigation navigation) {
        this.model = model;
        Button answers = item(Icon.MODEL, model.model, "status-model");
        model.modelMissing.addListener(
                (property, before, missing) -> answers.pseudoClassStateChanged(MISSING, missing));
        answers.setOnAction(event -> navigation.openSettings(Section.MODELS));
        Button keys = item(Icon.KEY, model.keys, "status-warning");
        keys.setOnAction(event -> navigation.openSettings(Section.MODELS));
        Button store = item(Icon.ALERT, model.store, "status-danger");
        store.setOnAction(event -> navigation.openSettings(Section.DATA));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        bar.getChildren().setAll(answers, space, store, keys);
    }

    void connect(Services services) {
        LiveSettings settings = services.settings();
        LiveSettings.Subscription changes =
                settings.subscribe(change -> ask(services.secrets(), change.after()));
        Subscription events = services.engine().subscribe(this::heard);
        subscriptions.add(changes::close);
        subscriptions.add(events::close);
        Thread.ofVirtual().start(() -> ask(services.secrets(), settings.current()));
    }

    /** The place of the secrets may take a moment to say what it is. */
    private void ask(Secrets secrets, Settings settings) {
        Secrets.Place place = secrets.place();
        FxThread.run(() -> model.show(settings, place));
    }

    private void heard(ConversationEvent event) {
        if (!(event instanceof ReplyDelta)) {
            FxThread.run(() -> model.on(event));
        }
    }

    private static Button item(Icon icon, StringProperty text, String styleClass) {
        Button item = new Button("", icon.small());
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
