package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Opener;
import app.prosa.channel.instagram.InstagramOpener;
import app.prosa.channel.json.Json;
import app.prosa.channel.messenger.MessengerOpener;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.FakeWebhooks;
import app.prosa.channel.meta.GraphCall;
import app.prosa.channel.switchboard.WireScenes.Scene;
import app.prosa.channel.whatsapp.WhatsAppOpener;
import app.prosa.conversation.ChannelKind;
import app.prosa.settings.channels.Platform;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MetaWireTest extends MetaBoardRig {
    private final Map<Platform, Wiretap> taps =
            Map.of(
                    Platform.WHATSAPP, Wiretap.on(new WhatsAppOpener()),
                    Platform.INSTAGRAM, Wiretap.on(new InstagramOpener()),
                    Platform.MESSENGER, Wiretap.on(new MessengerOpener()));
    private int written;

    @Override
    List<Opener> openers() {
        return List.copyOf(taps.values());
    }

    @Test
    void what_whatsapp_tells() {
        in(Platform.WHATSAPP, graph.whatsApp().webhooks());
    }

    @Test
    void what_instagram_tells() {
        in(Platform.INSTAGRAM, graph.instagram().webhooks());
    }

    @Test
    void what_messenger_tells() {
        in(Platform.MESSENGER, graph.messenger().webhooks());
    }

    private void in(Platform platform, FakeWebhooks webhooks) {
        Wiretap tap = Objects.requireNonNull(taps.get(platform));
        new WireScenes(platform.key(), this)
                .in(
                        json -> {
                            byte[] body = json.getBytes(StandardCharsets.UTF_8);
                            String signature = webhooks.signature(body);
                            assertEquals(200, call(platform, body, signature).status());
                        },
                        tap::take);
    }

    @Test
    void what_whatsapp_is_sent() {
        out(
                Platform.WHATSAPP,
                ChannelKind.WHATSAPP,
                text -> {
                    graph.whatsApp().says(BIA, text);
                    post(Platform.WHATSAPP, graph.whatsApp().webhooks());
                },
                caption -> {
                    ObjectNode image = Json.object().put("type", "image");
                    image.putObject("image")
                            .put("id", graph.stores("flor.jpg", picture()))
                            .put("mime_type", "image/jpeg")
                            .put("caption", caption);
                    graph.whatsApp().sends(BIA, image);
                    post(Platform.WHATSAPP, graph.whatsApp().webhooks());
                });
    }

    @Test
    void what_instagram_is_sent() {
        messaging(Platform.INSTAGRAM, ChannelKind.INSTAGRAM, graph.instagram());
    }

    @Test
    void what_messenger_is_sent() {
        messaging(Platform.MESSENGER, ChannelKind.FACEBOOK, graph.messenger());
    }

    private void messaging(Platform platform, ChannelKind kind, FakeMessaging people) {
        out(
                platform,
                kind,
                text -> {
                    people.says("9001", text);
                    post(platform, people.webhooks());
                },
                caption -> {
                    ObjectNode event = people.event("9001");
                    ObjectNode message = event.putObject("message").put("mid", "m" + caption);
                    if (!caption.isEmpty()) {
                        message.put("text", caption);
                    }
                    message.putArray("attachments")
                            .addObject()
                            .put("type", "image")
                            .putObject("payload")
                            .put("url", graph.stores("flor.jpg", picture()));
                    people.happens(event);
                    post(platform, people.webhooks());
                });
    }

    private static byte[] picture() {
        return "\u00ff\u00d8\u00ff".getBytes(StandardCharsets.ISO_8859_1);
    }

    private void out(
            Platform platform, ChannelKind kind, Consumer<String> says, Consumer<String> sends) {
        senses.blind = true;
        new WireScenes(platform.key(), this)
                .out(
                        List.of(
                                new Scene(
                                        "A text",
                                        "**Olá**, Bia! Veja [o site]"
                                                + "(https://aurora.example/a_b?c=1&d=2).",
                                        () -> says.accept("Oi")),
                                new Scene(
                                        "A long answer",
                                        WireScenes.longAnswer(),
                                        () -> says.accept("Conte tudo")),
                                new Scene("A picture that nobody sees", "", () -> sends.accept("")),
                                new Scene(
                                        "A picture with a text",
                                        "Custa R$ 10.",
                                        () -> sends.accept("Quanto?")),
                                new Scene(
                                        "A person writes",
                                        "",
                                        () -> {
                                            says.accept("atendente");
                                            awaitQuiet();
                                            engine.sayByHand(
                                                    conversation(kind).id(), "Aqui é a **Bia** <3");
                                        })),
                        this::write);
    }

    private void write(Transcript to) {
        List<GraphCall> calls =
                graph.calls("messages").stream().filter(MetaWireTest::isMessage).toList();
        calls.subList(written, calls.size())
                .forEach(call -> to.request(call.method() + " " + call.path(), call.body()));
        written = calls.size();
    }

    /** Whether something is being written is shown as often as it takes. */
    private static boolean isMessage(GraphCall call) {
        return !call.body().has("sender_action") && !call.body().has("status");
    }
}
