package app.prosa.desktop.settings;

import app.prosa.settings.Overridable;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.ApiKey;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.NewKey;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The keys that programs call the hub with. */
final class HubKeysViewModel {
    private final ServerViewModel server;
    private final Slice<HubSettings> hub;
    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyStringWrapper fresh = new ReadOnlyStringWrapper("");

    HubKeysViewModel(ServerViewModel server, Texts texts, InstantSource clock) {
        this.server = server;
        this.hub = server.slice();
        this.texts = texts;
        this.clock = clock;
    }

    ReadOnlyObjectProperty<HubSettings> state() {
        return hub.valueProperty();
    }

    /** The variable that gives a key from outside, if it does. */
    Optional<String> fromEnvironment() {
        return server.fixedBy(Overridable.HUB_KEY);
    }

    /** The key that was just made, as long as it is shown; otherwise empty. */
    ReadOnlyStringProperty fresh() {
        return fresh.getReadOnlyProperty();
    }

    /**
     * @param name not blank
     */
    void create(String name, Scope scope) {
        NewKey made = NewKey.make(name.strip(), scope, clock.instant());
        hub.change(now -> now.withKeys(with(now.keys(), made.stored(), now.keys().size())));
        fresh.set(made.secret());
    }

    /** From now on nobody sees it again. */
    void forgetFresh() {
        fresh.set("");
    }

    /** Ends at once what is under way with it. */
    void revoke(ApiKey key) {
        int place = hub.get().keys().indexOf(key);
        hub.change(now ->
                now.withKeys(now.keys().stream().filter(k -> !k.id().equals(key.id())).toList()));
        server.undoable()
                .say(
                        texts.get("settings.server.key.revoked", key.name()),
                        () -> hub.change(now -> now.withKeys(with(now.keys(), key, place))));
    }

    private static List<ApiKey> with(List<ApiKey> keys, ApiKey key, int place) {
        if (keys.contains(key)) {
            return keys;
        }
        List<ApiKey> more = new ArrayList<>(keys);
        more.add(Math.clamp(place, 0, keys.size()), key);
        return more;
    }
}
