package app.prosa.channel.messenger;

import app.prosa.channel.Inbound;
import app.prosa.channel.meta.FakeGraph;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.ReplyKind;
import app.prosa.channel.meta.WebhookEvents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** The client and the server that it talks with, and a clock that both have. */
final class MessengerRig implements AutoCloseable {
    static final String ANA = "24680";
    static final MessengerWebhook WEBHOOK =
            new MessengerWebhook(FakeMessaging.PAGE_ID, FakeMessaging.APP_ID);

    private static final GraphLimits LIMITS =
            new GraphLimits(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1000);

    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000));
    final FakeGraph server = FakeGraph.start(now::get);
    final MessengerApi api = new MessengerApi(server.access(FakeGraph.PAGE_TOKEN), LIMITS);

    static MessengerMessage to(String person, String text) {
        return new MessengerMessage(person, text, ReplyKind.RESPONSE, null);
    }

    void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    /** What Ana does. */
    static List<Inbound> event(String what) {
        return read("""
        {"object":"page","entry":[{"id":"1065900001","time":1800000000500,
        "messaging":[{"sender":{"id":"24680"},"recipient":{"id":"1065900001"},
        "timestamp":1800000000123,%s}]}]}
        """
                        .formatted(what))
                .inbound();
    }

    static WebhookEvents read(String body) {
        return WEBHOOK.read(body.getBytes(StandardCharsets.UTF_8));
    }

    /** What waits to be told. */
    List<Inbound> told() {
        return WEBHOOK.read(server.messenger().webhooks().takeAll()).inbound();
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
