package app.prosa.server.operator;

import app.prosa.conversation.UsageLog;
import app.prosa.conversation.UsageLog.Usage;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/operator/usage}: what was asked through the door for clients of OpenAI. */
final class UsageRoutes {
    private static final int USUAL_DAYS = 30;

    private final UsageLog log;
    private final Clock clock;

    UsageRoutes(UsageLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/operator/usage", Audience.OPERATORS, this::read));
    }

    private void read(Exchange exchange) {
        List<Usage> all = log.since(since(exchange.query("since")));
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeArrayFieldStart("usage");
                    for (Usage usage : all) {
                        out.writeStartObject();
                        out.writeStringField("day", usage.day().toString());
                        out.writeStringField("key", usage.key());
                        out.writeStringField("model", usage.model());
                        out.writeNumberField("calls", usage.calls());
                        out.writeNumberField("prompt_tokens", usage.promptTokens());
                        out.writeNumberField("completion_tokens", usage.completionTokens());
                        out.writeEndObject();
                    }
                    out.writeEndArray();
                    out.writeEndObject();
                }));
    }

    private LocalDate since(@Nullable String text) {
        try {
            return text == null
                    ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(USUAL_DAYS)
                    : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refusal(ApiError.INVALID_PARAMETER, "since");
        }
    }
}
