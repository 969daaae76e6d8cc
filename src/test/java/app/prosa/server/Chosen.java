package app.prosa.server;

import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.Limits;
import java.util.List;

/** Settings of a hub that differ from the usual ones in one thing. */
final class Chosen {
    private Chosen() {}

    static HubSettings inFlight(HubSettings usual, int most) {
        return with(usual, new Limits(true, 1200, 30, 300, most));
    }

    static HubSettings with(HubSettings usual, Limits limits) {
        return usual.withLimits(limits);
    }

    static HubSettings origins(HubSettings usual, String... origins) {
        return usual.withOrigins(List.of(origins));
    }
}
