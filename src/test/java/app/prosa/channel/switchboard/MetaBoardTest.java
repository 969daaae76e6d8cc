package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Opener;
import app.prosa.channel.Webhook;
import app.prosa.channel.instagram.InstagramOpener;
import app.prosa.channel.messenger.MessengerOpener;
import app.prosa.channel.meta.FakeGraph;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.FakeWebhooks;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.meta.GraphSent;
import app.prosa.channel.signature.MetaSignature;
import app.prosa.channel.whatsapp.WhatsAppOpener;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
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
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class MetaBoardTest extends BoardRig {
    private static final String VERIFY = "a-word-of-ours";
    private static final String BIA = "5511999990001";

    private FakeGraph graph;

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

    private void keys(Platform platform, String token) {
        secrets.put(ChannelSecrets.token(platform), token);
        secrets.put(ChannelSecrets.appSecret(platform), FakeGraph.APP_SECRET);
        secrets.put(ChannelSecrets.verifyToken(platform), VERIFY);
    }

    private void rules(Platform platform, UnaryOperator<ChannelRules> change) {
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

    @Test
    void whatsapp_is_answered_and_the_ticks_come_back() {
        model.answers("**Olá**, Bia");
        graph.whatsApp().says(BIA, "Oi");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> graph.whatsApp().sent().size() == 1);
        GraphSent sent = graph.whatsApp().sent().getFirst();
        assertEquals("*Olá*, Bia", sent.text());
        Message reply = history(ChannelKind.WHATSAPP).getLast();
        await(() -> state(reply) == DeliveryState.SENT);
        graph.whatsApp().status(sent, "read");
        graph.whatsApp().status(sent, "delivered");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> state(reply) == DeliveryState.READ);
    }

    @Test
    void instagram_and_messenger_are_answered() {
        graph.instagram().says("9001", "Oi do Instagram");
        post(Platform.INSTAGRAM, graph.instagram().webhooks());
        graph.messenger().says("9002", "Oi do Messenger");
        post(Platform.MESSENGER, graph.messenger().webhooks());
        await(() -> graph.instagram().sent().size() == 1);
        await(() -> graph.messenger().sent().size() == 1);
        assertEquals("ok", graph.instagram().sent().getFirst().text());
        assertEquals("ok", graph.messenger().sent().getFirst().text());
    }

    @Test
    void our_own_echo_changes_nothing_and_a_persons_takes_over() {
        graph.messenger().says("9002", "Oi");
        post(Platform.MESSENGER, graph.messenger().webhooks());
        await(() -> graph.messenger().sent().size() == 1);
        graph.messenger().echoes(graph.messenger().sent().getFirst());
        post(Platform.MESSENGER, graph.messenger().webhooks());
        assertEquals(2, history(ChannelKind.FACEBOOK).size());
        assertEquals(Mode.AUTO, conversation(ChannelKind.FACEBOOK).mode());
        String person = graph.whatsApp().writesInApp(BIA, "Aqui é a dona");
        assertTrue(!person.isEmpty());
        graph.whatsApp().says(BIA, "Oi");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> graph.whatsApp().sent().size() == 1);
        graph.whatsApp().writesInApp(BIA, "Deixa comigo");
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        await(() -> conversation(ChannelKind.WHATSAPP).mode() == Mode.HUMAN);
        assertEquals("Deixa comigo", history(ChannelKind.WHATSAPP).getLast().text());
        assertEquals(1, graph.whatsApp().sent().size());
    }

    @Test
    void what_is_not_signed_by_meta_is_refused_and_counted() {
        graph.whatsApp().says(BIA, "Oi");
        byte[] body = graph.whatsApp().webhooks().takeAll();
        assertEquals(403, call(Platform.WHATSAPP, body, "sha256=00").status());
        body[body.length / 2] ^= 1;
        String forged = graph.whatsApp().webhooks().signature(new byte[0]);
        assertEquals(403, call(Platform.WHATSAPP, body, forged).status());
        assertEquals(2, board.facts(Platform.WHATSAPP).badSignatures());
        assertEquals(Optional.empty(), engine.conversations().find(ChannelKind.WHATSAPP, BIA));
    }

    @Test
    void meta_is_shown_whose_webhook_it_is() {
        assertEquals("1158201444", verify("subscribe", VERIFY).body());
        assertEquals(403, verify("subscribe", "another").status());
        assertEquals(403, verify("unsubscribe", VERIFY).status());
    }

    @Test
    void without_its_secrets_there_is_no_webhook() {
        secrets.remove(ChannelSecrets.appSecret(Platform.WHATSAPP));
        board.secretsChanged(Platform.WHATSAPP);
        awaitState(Platform.WHATSAPP, ChannelState.Incomplete.class);
        assertEquals(Optional.empty(), board.webhook(Platform.WHATSAPP.webhookPath()));
    }

    private Webhook.Response verify(String mode, String token) {
        String query =
                "hub.mode=" + mode + "&hub.verify_token=" + token + "&hub.challenge=1158201444";
        return board.webhook(Platform.WHATSAPP.webhookPath())
                .orElseThrow()
                .handle(new Webhook.Request("GET", query, Map.of(), new byte[0]));
    }

    private void post(Platform platform, FakeWebhooks webhooks) {
        byte[] body = webhooks.takeAll();
        assertEquals(200, call(platform, body, webhooks.signature(body)).status());
    }

    private Webhook.Response call(Platform platform, byte[] body, String signature) {
        String name = MetaSignature.HEADER.toLowerCase(java.util.Locale.ROOT);
        return board.webhook(platform.webhookPath())
                .orElseThrow()
                .handle(new Webhook.Request("POST", "", Map.of(name, List.of(signature)), body));
    }

    private Conversation conversation(ChannelKind kind) {
        return engine
                .conversations()
                .page(app.prosa.conversation.ConversationStore.Query.ALL, null, 10)
                .stream()
                .filter(c -> c.channel() == kind)
                .findFirst()
                .orElseThrow();
    }

    private List<Message> history(ChannelKind kind) {
        Conversation of = conversation(kind);
        return engine.conversations().path(of.id(), 0, of.size());
    }

    private DeliveryState state(Message message) {
        return database.channels().outbox().deliveries(List.of(message.id())).stream()
                .map(Delivery::state)
                .findFirst()
                .orElse(DeliveryState.PENDING);
    }
}
