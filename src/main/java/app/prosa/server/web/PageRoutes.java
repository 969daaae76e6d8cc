package app.prosa.server.web;

import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.settings.Language;
import app.prosa.settings.Settings;
import app.prosa.settings.hub.HubSettings.WebPage;
import java.util.List;
import java.util.function.Supplier;

/** {@code GET /api/page}: what the chat page and the widget say, as the operator chose it. */
public final class PageRoutes {
    private final Supplier<Settings> settings;

    public PageRoutes(Supplier<Settings> settings) {
        this.settings = settings;
    }

    public List<Route> routes() {
        return List.of(Route.get("/api/page", Audience.EVERYBODY, this::page));
    }

    private void page(Exchange exchange) {
        Settings now = settings.get();
        WebPage page = now.hub().page();
        Language language = now.general().language();
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeStringField("title", page.title());
                    out.writeStringField("greeting", page.greeting());
                    // The computer's own language says nothing about the visitor's.
                    if (language != Language.SYSTEM) {
                        String tag = language.locale().toLanguageTag();
                        out.writeStringField("language", tag);
                    }
                    out.writeEndObject();
                }));
    }
}
