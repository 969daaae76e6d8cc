package app.prosa.desktop.settings;

import app.prosa.settings.Overridable;
import app.prosa.settings.Texts;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.Origin;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.StringProperty;

/** The web pages elsewhere that may call the hub. */
final class OriginsViewModel {
    private final ServerViewModel server;
    private final Slice<HubSettings> hub;
    private final Texts texts;

    OriginsViewModel(ServerViewModel server, Texts texts) {
        this.server = server;
        this.hub = server.slice();
        this.texts = texts;
    }

    ReadOnlyObjectProperty<HubSettings> state() {
        return hub.valueProperty();
    }

    Optional<String> fixedBy() {
        return server.fixedBy(Overridable.HUB_ORIGINS);
    }

    /**
     * @return whether it is one, and in the list now
     */
    boolean add(String typed, StringProperty problem) {
        Optional<String> origin = Origin.parse(typed).map(Origin::text);
        problem.set(origin.isPresent() ? "" : texts.get("settings.server.origin.problem"));
        origin.ifPresent(text ->
                hub.change(now ->
                        now.withOrigins(
                                Stream.concat(now.origins().stream(), Stream.of(text))
                                        .distinct()
                                        .toList())));
        return origin.isPresent();
    }

    void remove(String origin) {
        List<String> before = hub.get().origins();
        hub.change(now ->
                now.withOrigins(now.origins().stream().filter(o -> !o.equals(origin)).toList()));
        server.undoable()
                .say(
                        texts.get("settings.server.origin.removed", origin),
                        () -> hub.change(now -> now.withOrigins(before)));
    }
}
