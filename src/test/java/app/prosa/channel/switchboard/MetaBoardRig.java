package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.Opener;
import app.prosa.channel.Webhook;
import app.prosa.channel.instagram.InstagramOpener;
import app.prosa.channel.messenger.MessengerOpener;
import app.prosa.channel.meta.FakeGraph;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.FakeWebhooks;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.signature.MetaSignature;
import app.prosa.channel.whatsapp.WhatsAppOpener;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelsSettings;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Meta's platforms over the real switchboard and a strict Graph API. */
@SuppressWarnings("NullAway.Init")
abstract class MetaBoardRig extends BoardRig {
    static final String VERIFY = "a-word-of-ours";
    static final String BIA = "5511999990001";

    FakeGraph graph;

    @Override
    List<Opener> openers() {
        return List.of(new WhatsAppOpener(), new InstagramOpener(), new MessengerOpener());
    }

    @BeforeEach
    void startGraph() {
        graph = FakeGraph.start();
        String base = graph.baseUrl().toString();
        keys(Platform.WHATSAPP, FakeGraph.WHATSAPP_TOKEN);
        keys(Platform.INSTAGRAM, FakeGraph.INSTAGRAM_TOKEN);
        keys(Platform.MESSENGER, FakeGraph.PAGE_TOKEN);
        settings.update(all ->
                all.with(all.hub().withPublicUrl("https://hub.example"))
                        .with(
                                all.channels()
                                        .with(
                                                all.channels()
                                                        .whatsApp()
                                                        .withBaseUrl(base)
                                                        .withPhoneNumberId(
                                                                FakeWhatsApp.PHONE_NUMBER_ID))
                                        .with(
                                                all.channels()
                                                        .instagram()
                                                        .withBaseUrl(base)
                                                        .withAccountId(FakeMessaging.INSTAGRAM_ID))
                                        .with(
                                                all.channels()
                                                        .messenger()
                                                        .withBaseUrl(base)
                                                        .withPageId(FakeMessaging.PAGE_ID))));
        for (Platform platform :
                List.of(Platform.WHATSAPP, Platform.INSTAGRAM, Platform.MESSENGER)) {
            rules(platform, r -> r);
            awaitState(platform, ChannelState.On.class);
        }
    }

    void keys(Platform platform, String token) {
        secrets.put(ChannelSecrets.token(platform), token);
        secrets.put(ChannelSecrets.appSecret(platform), FakeGraph.APP_SECRET);
        secrets.put(ChannelSecrets.verifyToken(platform), VERIFY);
    }

    void rules(Platform platform, UnaryOperator<ChannelRules> change) {
        Instant since = Instant.now().minus(Duration.ofHours(1));
        settings.update(all -> {
            ChannelsSettings channels = all.channels();
            ChannelRules on = channels.rules(platform).switched(true, since).withQuietMillis(100);
            return all.with(channels.withRules(platform, change.apply(on)));
        });
    }

    @AfterEach
    void stopGraph() {
        graph.close();
    }

    void post(Platform platform, FakeWebhooks webhooks) {
        byte[] body = webhooks.takeAll();
        assertEquals(200, call(platform, body, webhooks.signature(body)).status());
    }

    Webhook.Response call(Platform platform, byte[] body, String signature) {
        String name = MetaSignature.HEADER.toLowerCase(java.util.Locale.ROOT);
        return board.webhook(platform.webhookPath())
                .orElseThrow()
                .handle(new Webhook.Request("POST", "", Map.of(name, List.of(signature)), body));
    }

    Conversation conversation(ChannelKind kind) {
        return engine
                .conversations()
                .page(app.prosa.conversation.ConversationStore.Query.ALL, null, 10)
                .stream()
                .filter(c -> c.channel() == kind)
                .findFirst()
                .orElseThrow();
    }

    List<Message> history(ChannelKind kind) {
        Conversation of = conversation(kind);
        return engine.conversations().path(of.id(), 0, of.size());
    }

    DeliveryState state(Message message) {
        return database.channels().outbox().deliveries(List.of(message.id())).stream()
                .map(Delivery::state)
                .findFirst()
                .orElse(DeliveryState.PENDING);
    }
}
