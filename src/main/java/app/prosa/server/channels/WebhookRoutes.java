package app.prosa.server.channels;

import app.prosa.channel.Webhook;
import app.prosa.server.http.ApiError;
import app.prosa.server.http.Exchange;
import app.prosa.server.http.Refusal;
import app.prosa.server.http.Route;
import app.prosa.server.http.Route.Audience;
import app.prosa.settings.channels.Platform;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The webhooks of the channels. Who calls proves it by a signature, which the channel checks; where
 * no channel is open there is nothing at its path.
 */
public final class WebhookRoutes {
    /** Far more than a platform sends at once. */
    private static final int BODY_LIMIT = 1 << 20;

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final Function<String, Optional<Webhook>> webhooks;

    /**
     * @param webhooks what answers at a path now
     */
    public WebhookRoutes(Function<String, Optional<Webhook>> webhooks) {
        this.webhooks = webhooks;
    }

    /** Whether calls of a path are told by their signature, and not by where they come from. */
    public static boolean isSigned(String path) {
        return path.equals(Platform.TWILIO_STATUS_PATH)
                || List.of(Platform.values()).stream()
                        .anyMatch(platform -> platform.webhookPath().equals(path));
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Platform platform : Platform.values()) {
            routes.add(post(platform.webhookPath()));
            if (platform.ofMeta()) {
                routes.add(
                        Route.get(platform.webhookPath(), Audience.EVERYBODY, this::withoutBody));
            }
        }
        routes.add(post(Platform.TWILIO_STATUS_PATH));
        return List.copyOf(routes);
    }

    private Route post(String path) {
        return Route.post(path, Audience.EVERYBODY, BODY_LIMIT, this::withBody);
    }

    private void withBody(Exchange exchange) {
        Webhook webhook = find(exchange);
        answer(exchange, webhook, exchange.body());
    }

    private void withoutBody(Exchange exchange) {
        answer(exchange, find(exchange), new byte[0]);
    }

    /** Before the body is read: nobody is to send one to what is not there. */
    private Webhook find(Exchange exchange) {
        return webhooks.apply(exchange.path()).orElseThrow(() -> new Refusal(ApiError.NOT_FOUND));
    }

    private static void answer(Exchange exchange, Webhook webhook, byte[] body) {
        Webhook.Response response = webhook.handle(request(exchange, body));
        switch (response.status()) {
            case NOT_FOUND -> throw new Refusal(ApiError.NOT_FOUND);
            case FORBIDDEN -> throw new Refusal(ApiError.FORBIDDEN);
            default -> {
                exchange.response()
                        .getHeaders()
                        .put(HttpHeader.CONTENT_TYPE, response.contentType());
                exchange.bytes(response.status(), ByteBuffer.wrap(response.bytes()));
            }
        }
    }

    private static Webhook.Request request(Exchange exchange, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        for (HttpField field : exchange.request().getHeaders()) {
            headers.computeIfAbsent(
                            field.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                    .add(field.getValue() == null ? "" : field.getValue());
        }
        String query = exchange.request().getHttpURI().getQuery();
        return new Webhook.Request(exchange.method(), query == null ? "" : query, headers, body);
    }
}
