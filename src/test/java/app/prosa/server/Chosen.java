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
        return new HubSettings(
                usual.on(),
                usual.bind(),
                usual.port(),
                usual.publicUrl(),
                usual.origins(),
                usual.trustedProxies(),
                usual.keystore(),
                limits,
                usual.keys(),
                usual.page());
    }

    static HubSettings origins(HubSettings usual, String... origins) {
        return new HubSettings(
                usual.on(),
                usual.bind(),
                usual.port(),
                usual.publicUrl(),
                List.of(origins),
                usual.trustedProxies(),
                usual.keystore(),
                usual.limits(),
                usual.keys(),
                usual.page());
    }
}
