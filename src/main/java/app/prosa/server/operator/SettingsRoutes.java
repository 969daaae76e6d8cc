package app.prosa.server.operator;

import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.settings.LiveSettings;
import java.util.List;

/** {@code /api/operator/settings}: read without secrets, and changed where that is safe. */
final class SettingsRoutes {
    private static final String PATH = "/api/operator/settings";
    private static final int MOST_BYTES = 256 * 1024;

    private final LiveSettings settings;

    SettingsRoutes(LiveSettings settings) {
        this.settings = settings;
    }

    List<Route> routes() {
        return List.of(
                Route.get(PATH, Audience.OPERATORS, this::read),
                Route.patch(PATH, Audience.OPERATORS, MOST_BYTES, this::change));
    }

    private void read(Exchange exchange) {
        exchange.json(200, Json.bytes(out -> SettingsJson.write(out, settings)));
    }

    /** What the environment says stays as it says; the answer shows it. */
    private void change(Exchange exchange) {
        SettingsPatch patch = new SettingsPatch(Json.object(exchange.jsonBody()));
        settings.update(patch::apply);
        read(exchange);
    }
}
