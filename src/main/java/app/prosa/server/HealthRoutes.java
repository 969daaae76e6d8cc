package app.prosa.server;

import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.StoreException;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BooleanSupplier;

/** {@code /health}: whether the process is there, and whether it can serve. */
final class HealthRoutes {
    private static final String DATABASE = "database";
    private static final String MODEL = "model";
    private static final int RETRY_SECONDS = 5;

    private final ConversationEngine engine;
    private final BooleanSupplier modelChosen;
    private final Clock clock;
    private final String version;

    HealthRoutes(
            ConversationEngine engine, BooleanSupplier modelChosen, Clock clock, String version) {
        this.engine = engine;
        this.modelChosen = modelChosen;
        this.clock = clock;
        this.version = version;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health", Audience.EVERYBODY, this::live),
                Route.get("/health/live", Audience.EVERYBODY, this::live),
                Route.get("/health/ready", Audience.EVERYBODY, this::ready));
    }

    private void live(Exchange exchange) {
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeStringField("status", "ok");
                    out.writeStringField("timestamp", now());
                    out.writeStringField("service", "Prosa");
                    out.writeStringField("version", version);
                    out.writeEndObject();
                }));
    }

    private String now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private void ready(Exchange exchange) {
        if (!modelChosen.getAsBoolean()) {
            throw failing(MODEL);
        }
        try {
            engine.conversations().find(ConversationId.next());
        } catch (StoreException e) {
            throw failing(DATABASE);
        }
        live(exchange);
    }

    private static Refusal failing(String part) {
        return new Refusal(ApiError.NOT_READY, part)
                .retryAfter(RETRY_SECONDS)
                .details(out -> {
                    out.writeStartObject();
                    out.writeStringField("part", part);
                    out.writeEndObject();
                });
    }
}
