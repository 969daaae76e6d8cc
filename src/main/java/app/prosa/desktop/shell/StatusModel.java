package app.prosa.desktop.shell;

import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationEvent.ConversationChanged;
import app.prosa.conversation.ConversationEvent.MessageAdded;
import app.prosa.conversation.ConversationEvent.MessageChanged;
import app.prosa.conversation.ConversationEvent.StoreTroubled;
import app.prosa.desktop.hub.HubWords;
import app.prosa.settings.Preset;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import app.prosa.settings.Settings.ModelChoice;
import app.prosa.settings.Settings.Models;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubState;
import app.prosa.settings.updates.Finding;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the status bar says; empty texts are not shown. */
final class StatusModel {
    final StringProperty hub = new SimpleStringProperty("");
    final StringProperty model = new SimpleStringProperty("");
    final BooleanProperty modelMissing = new SimpleBooleanProperty();
    final StringProperty keys = new SimpleStringProperty("");
    final StringProperty store = new SimpleStringProperty("");

    final StringProperty update = new SimpleStringProperty("");

    private final Texts texts;

    StatusModel(Texts texts) {
        this.texts = texts;
    }

    void show(Settings settings, Secrets.Place place) {
        Models models = settings.models();
        ModelChoice chosen = models.chosen();
        modelMissing.set(chosen == null);
        model.set(chosen == null ? texts.get("shell.status.noModel") : named(models, chosen));
        boolean keyed =
                models.providers().stream().anyMatch(p -> p.preset().key() != Preset.Key.NONE);
        keys.set(keyed ? about(place) : "");
    }

    void show(HubState state) {
        hub.set(new HubWords(texts).brief(state));
    }

    /** To whom nothing shall be told of itself, or who was told before, nothing is told. */
    void show(Optional<Finding> last, Settings.Updates choice) {
        update.set("");
        if (choice.daily() && last.orElse(null) instanceof Finding.Newer newer) {
            if (!newer.version().equals(choice.seen())) {
                update.set(texts.get("shell.status.update", newer.version()));
            }
        }
    }

    /** A write that worked shows that the trouble is over. */
    void on(ConversationEvent event) {
        switch (event) {
            case StoreTroubled trouble ->
                    store.set(
                            texts.get(
                                    "shell.status.store."
                                            + trouble.reason().name().toLowerCase(Locale.ROOT)));
            case ConversationChanged changed -> store.set("");
            case MessageChanged changed -> store.set("");
            case MessageAdded added -> store.set("");
            case ConversationEvent.ConversationsRemoved removed -> {}
            case ConversationEvent.PathChanged changed -> {}
            case ConversationEvent.ReplyDelta delta -> {}
            case ConversationEvent.DeliveryChanged changed -> {}
            case ConversationEvent.CorrespondentChanged changed -> {}
        }
    }

    private String named(Models models, ModelChoice chosen) {
        return models.provider(chosen.providerId())
                .map(p -> texts.get("shell.status.model", chosen.model(), p.name()))
                .orElse(chosen.model());
    }

    private String about(Secrets.Place place) {
        return switch (place) {
            case KEYCHAIN, FILE -> "";
            case FILE_LOCKED -> texts.get("shell.status.keysLocked");
            case MEMORY -> texts.get("shell.status.keysInMemory");
        };
    }
}
