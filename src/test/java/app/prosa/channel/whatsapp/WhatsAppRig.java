package app.prosa.channel.whatsapp;

import app.prosa.channel.Inbound;
import app.prosa.channel.SendResult;
import app.prosa.channel.json.Json;
import app.prosa.channel.meta.FakeGraph;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.meta.FakeWhatsAppValues;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.WebhookEvents;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The client and the server that it talks with. */
final class WhatsAppRig implements AutoCloseable {
    static final String ANA = "5511955550100";
    static final String BIA = "BR.1349120865530274";
    static final WhatsAppWebhook WEBHOOK = new WhatsAppWebhook(FakeWhatsApp.PHONE_NUMBER_ID);

    private static final GraphLimits LIMITS =
            new GraphLimits(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(20), 1000);

    final FakeGraph server;
    final WhatsAppApi api;

    WhatsAppRig() {
        this(InstantSource.system());
    }

    WhatsAppRig(InstantSource clock) {
        this.server = FakeGraph.start(clock);
        this.api =
                new WhatsAppApi(
                        server.access(FakeGraph.WHATSAPP_TOKEN),
                        FakeWhatsApp.PHONE_NUMBER_ID,
                        LIMITS);
    }

    static WhatsAppMessage to(String person, String text) {
        return new WhatsAppMessage(person, text, false, null, null);
    }

    SendResult send(String text) throws InterruptedException {
        return api.send(to(ANA, text));
    }

    /** What is told of our number in one change. */
    static WebhookEvents read(String field, String json) {
        ObjectNode value = FakeWhatsAppValues.value(FakeWhatsApp.PHONE_NUMBER_ID);
        value.setAll(parse(json));
        return read(FakeWhatsAppValues.entry(field, value));
    }

    static WebhookEvents read(ObjectNode... entries) {
        ObjectNode body = Json.object().put("object", "whatsapp_business_account");
        var list = body.putArray("entry");
        List.of(entries).forEach(list::add);
        return WEBHOOK.read(Json.bytes(body));
    }

    /** What one message says that Ana sent. */
    static List<Inbound> message(String content) {
        String json =
                """
                {"contacts":[{"profile":{"name":"Ana Souza"},"wa_id":"5511955550100"}],
                "messages":[{"from":"5511955550100","id":"wamid.1","timestamp":"1800000000",%s}]}
                """
                        .formatted(content);
        return read("messages", json).inbound();
    }

    static ObjectNode parse(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return (ObjectNode) Json.read(bytes).orElseThrow().node();
    }

    @Override
    public void close() {
        api.close();
        server.close();
    }
}
