package app.prosa.channel.instagram;

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
final class InstagramRig implements AutoCloseable {
    static final String ANA = "13579";
    static final InstagramWebhook WEBHOOK =
            new InstagramWebhook(FakeMessaging.INSTAGRAM_ID, FakeMessaging.APP_ID);

    private static final GraphLimits LIMITS =
            new GraphLimits(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1000);

    final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.ofEpochSecond(1_800_000_000));
    final FakeGraph server = FakeGraph.start(now::get);
    final InstagramApi api;

    InstagramRig(InstagramLogin login) {
        String token =
                switch (login) {
                    case INSTAGRAM -> FakeGraph.INSTAGRAM_TOKEN;
                    case FACEBOOK -> FakeGraph.PAGE_TOKEN;
                };
        this.api = new InstagramApi(server.access(token), login, LIMITS);
    }

    static InstagramMessage to(String person, String text) {
        return new InstagramMessage(person, text, ReplyKind.RESPONSE);
    }

    void pass(Duration time) {
        now.set(now.get().plus(time));
    }

    /** What Ana does. */
    static List<Inbound> event(String what) {
        return read("""
        {"object":"instagram","entry":[{"id":"17841400001","time":1800000000500,
        "messaging":[{"sender":{"id":"13579"},"recipient":{"id":"17841400001"},
        "timestamp":1800000000123,%s}]}]}
        """
                        .formatted(what))
                .inbound();
    }

    static WebhookEvents read(String body) {
        return WEBHOOK.read(body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
