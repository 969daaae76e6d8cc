package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Opener;
import app.prosa.channel.Webhook;
import app.prosa.channel.messenger.MessengerOpener;
import app.prosa.channel.meta.FakeGraph;
import app.prosa.channel.meta.FakeMessaging;
import app.prosa.channel.meta.FakeWebhooks;
import app.prosa.channel.meta.FakeWhatsApp;
import app.prosa.channel.meta.GraphFault;
import app.prosa.channel.meta.GraphSent;
import app.prosa.channel.signature.MetaSignature;
import app.prosa.channel.whatsapp.WhatsAppOpener;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.ChannelState.Problem;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where the platform brings what people write, only what is sent tells that it is out of order. */
@SuppressWarnings("NullAway.Init")
class MetaOutageTest extends TurnedBoardRig {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofMinutes(10);
    private static final Duration BACK = Duration.ofMinutes(3);
    private static final List<String> PEOPLE =
            List.of("5511999990001", "5511999990002", "5511999990003", "5511999990004");

    private FakeGraph graph;

    @Override
    List<Opener> openers() {
        return List.of(new WhatsAppOpener(), new MessengerOpener());
    }

    @Override
    int calls() {
        return graph.calls().size();
    }

    @BeforeEach
    void startGraph() {
        graph = FakeGraph.start(time::now);
        keys(Platform.WHATSAPP, FakeGraph.WHATSAPP_TOKEN);
        keys(Platform.MESSENGER, FakeGraph.PAGE_TOKEN);
        String base = graph.baseUrl().toString();
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
                                                        .messenger()
                                                        .withBaseUrl(base)
                                                        .withPageId(FakeMessaging.PAGE_ID))));
        for (Platform platform : List.of(Platform.WHATSAPP, Platform.MESSENGER)) {
            settings.update(all ->
                    all.with(
                            all.channels()
                                    .withRules(
                                            platform,
                                            all.channels()
                                                    .rules(platform)
                                                    .switched(
                                                            true,
                                                            time.now().minus(Duration.ofDays(1)))
                                                    .withQuietMillis(100))));
            awaitState(platform, ChannelState.On.class);
        }
    }

    private void keys(Platform platform, String token) {
        secrets.put(ChannelSecrets.token(platform), token);
        secrets.put(ChannelSecrets.appSecret(platform), FakeGraph.APP_SECRET);
        secrets.put(ChannelSecrets.verifyToken(platform), "a-word-of-ours");
    }

    @AfterEach
    void stopGraph() {
        graph.close();
    }

    @Test
    void an_outage_is_shown_by_what_is_sent_and_ends_with_all_of_it() {
        graph.failAll(GraphFault.page(503));
        int before = calls();
        allWrite("Oi");
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.WHATSAPP, Problem.NETWORK));
        assertEquals(PEOPLE.size(), facts().waiting());
        // After 1, 2 … 32 seconds and then once a minute; typing once for each, and the beginning.
        assertCalledAtMost(6 + 10 + 2 * PEOPLE.size(), before);
        graph.mend();
        awaitWithin(BACK, () -> sent().size() == PEOPLE.size());
        for (String person : PEOPLE) {
            assertEquals(List.of("ok"), sentTo(person));
        }
        assertTrue(isOn(Platform.WHATSAPP));
    }

    @Test
    void an_outage_is_not_shown_any_longer_when_it_is_over_and_nothing_waits() {
        write("Oi");
        graph.failAll(GraphFault.page(503));
        MessageId late = sayByHand(ChannelKind.WHATSAPP, "Já volto");
        pass(Duration.ofMinutes(1));
        assertTrue(isTroubled(Platform.WHATSAPP, Problem.NETWORK));
        database.channels()
                .correspondents()
                .setOptedOut(conversation(ChannelKind.WHATSAPP).id(), true);
        assertEquals(DeliveryState.FAILED, delivery(late).state());
        pass(BACK);
        assertTrue(isTroubled(Platform.WHATSAPP, Problem.NETWORK));
        graph.mend();
        awaitWithin(BACK, () -> isOn(Platform.WHATSAPP));
    }

    @Test
    void a_limit_is_waited_out_as_long_as_meta_asks() {
        graph.failAll(GraphFault.flood(3));
        int before = calls();
        allWrite("Oi");
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.WHATSAPP, Problem.SLOW_DOWN));
        // Every three minutes one, and the beginning.
        assertCalledAtMost(4 + 2 * PEOPLE.size(), before);
        graph.mend();
        awaitWithin(Duration.ofMinutes(5), () -> sent().size() == PEOPLE.size());
        assertTrue(isOn(Platform.WHATSAPP));
    }

    @Test
    void a_token_that_ran_out_closes_the_channel_and_a_new_one_opens_it() {
        graph.failAll(GraphFault.error(401, 190, "Error validating access token"));
        int before = calls();
        allWrite("Oi");
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.WHATSAPP, Problem.TOKEN));
        assertEquals(List.of(), sent());
        // After 5, 10, 20 … 300 seconds, and the beginning.
        assertCalledAtMost(8 + 2 * PEOPLE.size(), before);
        graph.mend();
        board.secretsChanged(Platform.WHATSAPP);
        awaitWithin(SOON, () -> sent().size() == PEOPLE.size());
        assertTrue(isOn(Platform.WHATSAPP));
    }

    @Test
    void after_a_day_nothing_is_sent_that_would_need_a_template() {
        write("Oi");
        time.turn(Duration.ofHours(24).plusMinutes(1));
        rest();
        int before = calls();
        MessageId late = sayByHand(ChannelKind.WHATSAPP, "Ainda quer?");
        awaitWithin(SOON, () -> delivery(late).state() == DeliveryState.FAILED);
        assertEquals(Trouble.WINDOW_CLOSED, delivery(late).trouble());
        assertEquals(before, calls());
        assertTrue(isOn(Platform.WHATSAPP));
        assertEquals(1, facts().failed());
        write("Quero");
        board.resend(late);
        awaitWithin(SOON, () -> delivery(late).state() == DeliveryState.SENT);
    }

    /** Meta counts the day by its own clock. */
    @Test
    void meta_has_the_last_word_about_the_day() {
        write("Oi");
        graph.fail(
                "messages",
                GraphFault.error(400, 131_047, "Re-engagement message: more than 24 hours"));
        MessageId late = sayByHand(ChannelKind.WHATSAPP, "Ainda quer?");
        awaitWithin(SOON, () -> delivery(late).state() == DeliveryState.FAILED);
        assertEquals(Trouble.WINDOW_CLOSED, delivery(late).trouble());
        int before = calls();
        pass(Duration.ofMinutes(10));
        assertEquals(before, calls());
        assertTrue(isOn(Platform.WHATSAPP));
    }

    @Test
    void on_messenger_a_person_may_write_for_a_week_and_the_model_for_a_day() {
        graph.messenger().says("9002", "Oi");
        post(Platform.MESSENGER, graph.messenger().webhooks());
        awaitWithin(SOON, () -> graph.messenger().sent().size() == 1);
        time.turn(Duration.ofDays(2));
        rest();
        MessageId byHand = sayByHand(ChannelKind.FACEBOOK, "Ainda quer?");
        awaitWithin(SOON, () -> delivery(byHand).state() == DeliveryState.SENT);
        time.turn(Duration.ofDays(6));
        rest();
        MessageId late = sayByHand(ChannelKind.FACEBOOK, "E agora?");
        awaitWithin(SOON, () -> delivery(late).state() == DeliveryState.FAILED);
        assertEquals(Trouble.WINDOW_CLOSED, delivery(late).trouble());
    }

    private void write(String text) {
        int before = sent().size();
        graph.whatsApp().says(PEOPLE.getFirst(), text);
        post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        awaitWithin(SOON, () -> sent().size() > before || !isAnswering());
    }

    private boolean isAnswering() {
        return conversation(ChannelKind.WHATSAPP).mode() == Mode.AUTO;
    }

    private void allWrite(String text) {
        for (String person : PEOPLE) {
            graph.whatsApp().says(person, text);
            post(Platform.WHATSAPP, graph.whatsApp().webhooks());
        }
    }

    private MessageId sayByHand(ChannelKind kind, String text) {
        return engine.sayByHand(conversation(kind).id(), text).orElseThrow().id();
    }

    private List<GraphSent> sent() {
        return graph.whatsApp().sent();
    }

    private List<String> sentTo(String person) {
        return sent().stream().filter(s -> s.to().equals(person)).map(GraphSent::text).toList();
    }

    private void assertCalledAtMost(int bound, int before) {
        int calls = calls() - before;
        assertTrue(calls <= bound, () -> calls + " calls, more than " + bound);
    }

    private void post(Platform platform, FakeWebhooks webhooks) {
        byte[] body = webhooks.takeAll();
        String header = MetaSignature.HEADER.toLowerCase(Locale.ROOT);
        Map<String, List<String>> headers = Map.of(header, List.of(webhooks.signature(body)));
        Webhook.Response answer =
                board.webhook(platform.webhookPath())
                        .orElseThrow()
                        .handle(new Webhook.Request("POST", "", headers, body));
        assertEquals(200, answer.status());
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

    private ChannelFacts facts() {
        return board.facts(Platform.WHATSAPP);
    }

    private Delivery delivery(MessageId message) {
        return database.channels().outbox().deliveries(List.of(message)).getFirst();
    }
}
