package app.prosa.server.access;

import app.prosa.server.http.Exchange;
import app.prosa.server.http.Json;
import app.prosa.server.http.JsonFields;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

/**
 * {@code POST /api/session}: makes somebody a visitor. Who shows a token of ours that is still
 * good, or was until lately, stays the same visitor.
 */
public final class SessionRoutes {
    private static final int MOST_BYTES = 1024;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final VisitorTokens tokens;

    public SessionRoutes(VisitorTokens tokens) {
        this.tokens = tokens;
    }

    public List<Route> routes() {
        return List.of(Route.post("/api/session", Audience.EVERYBODY, MOST_BYTES, this::open));
    }

    private void open(Exchange exchange) {
        JsonFields.read(exchange.jsonBody(), List.of());
        String shown = Access.bearer(exchange);
        String known = shown == null ? null : tokens.renewable(shown);
        String userId = known == null ? fresh() : known;
        VisitorTokens.Token token = tokens.issue(userId);
        exchange.json(
                200,
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeStringField("user_id", userId);
                    out.writeStringField("token", token.text());
                    out.writeStringField("expires_at", token.expires().toString());
                    out.writeEndObject();
                }));
    }

    private static String fresh() {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        return "visitor-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
