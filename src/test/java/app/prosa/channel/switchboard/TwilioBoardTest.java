package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.prosa.channel.Opener;
import app.prosa.channel.Webhook;
import app.prosa.channel.signature.TwilioSignature;
import app.prosa.channel.twilio.FakeTwilio;
import app.prosa.channel.twilio.TwilioOpener;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.channels.ChannelSecrets;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init")
class TwilioBoardTest extends BoardRig {
    private static final String PUBLIC = "https://hub.example";
    private static final String BIA = "whatsapp:+5511999990001";

    private FakeTwilio twilio;

    @Override
    List<Opener> openers() {
        return List.of(new TwilioOpener());
    }

    @BeforeEach
    void startTwilio() {
        twilio = FakeTwilio.start();
        secrets.put(ChannelSecrets.token(Platform.TWILIO), FakeTwilio.TOKEN);
    }

    @AfterEach
    void stopTwilio() {
        twilio.close();
    }

    private void switchOn(Instant since) {
        settings.update(all ->
                all.with(all.hub().withPublicUrl(PUBLIC))
                        .with(
                                all.channels()
                                        .with(
                                                all.channels()
                                                        .twilio()
                                                        .withBaseUrl(twilio.baseUrl().toString())
                                                        .withAccountSid(FakeTwilio.SID)
                                                        .withSender(FakeTwilio.NUMBER)
                                                        .withRules(
                                                                all.channels()
                                                                        .rules(Platform.TWILIO)
                                                                        .switched(true, since)
                                                                        .withQuietMillis(100)))));
        awaitState(Platform.TWILIO, ChannelState.On.class);
    }

    @Test
    void who_writes_is_answered_and_the_ticks_come_back() {
        switchOn(Instant.now().minus(Duration.ofHours(1)));
        model.answers("**Olá**, Bia");
        Map<String, String> form = twilio.form(twilio.says(BIA, "Oi"));
        assertEquals("text/xml", post(Platform.TWILIO.webhookPath(), form).contentType());
        assertEquals(200, post(Platform.TWILIO.webhookPath(), form).status());
        await(() -> twilio.sent().size() == 1);
        assertEquals("*Olá*, Bia", twilio.sent().getFirst().body());
        Message reply = history().getLast();
        await(() -> state(reply) == DeliveryState.SENT);
        String sid = twilio.sent().getFirst().sid();
        for (String status : List.of("read", "delivered", "sent")) {
            assertEquals(
                    200,
                    post(Platform.TWILIO_STATUS_PATH, twilio.statusForm(sid, status, null))
                            .status());
        }
        assertEquals(DeliveryState.READ, state(reply));
        assertEquals(2, history().size());
        assertEquals(1, model.requests().size());
    }

    @Test
    void what_was_missed_while_off_is_taken_in_once_and_waits_for_the_operator() {
        String sid = twilio.says(BIA, "Alguém aí?");
        switchOn(Instant.now().plusSeconds(5));
        await(() -> !conversations().isEmpty());
        post(Platform.TWILIO.webhookPath(), twilio.form(sid));
        assertEquals(1, history().size());
        assertEquals(List.of(), twilio.sent());
        board.release(conversations().getFirst().id(), true);
        await(() -> twilio.sent().size() == 1);
    }

    @Test
    void what_was_missed_is_taken_in_in_the_order_it_was_written() {
        List<String> written = List.of("Oi", "Alguém aí?", "Deixa");
        written.forEach(text -> twilio.says(BIA, text));
        switchOn(Instant.now().plusSeconds(5));
        await(() -> !conversations().isEmpty() && history().size() == written.size());
        assertEquals(written, history().stream().map(Message::text).toList());
    }

    @Test
    void what_is_not_signed_for_our_address_is_refused() {
        switchOn(Instant.now().minus(Duration.ofHours(1)));
        Map<String, String> form = twilio.form(twilio.says(BIA, "Oi"));
        String elsewhere = FakeTwilio.signature("https://evil.example/api/whatsapp/webhook", form);
        assertEquals(403, call(Platform.TWILIO.webhookPath(), form, elsewhere).status());
        assertNotEquals(0, board.facts(Platform.TWILIO).badSignatures());
    }

    private Webhook.Response post(String path, Map<String, String> form) {
        return call(path, form, FakeTwilio.signature(PUBLIC + path, form));
    }

    private Webhook.Response call(String path, Map<String, String> form, String signature) {
        return board.webhook(path)
                .orElseThrow()
                .handle(
                        new Webhook.Request(
                                "POST",
                                "",
                                Map.of(
                                        TwilioSignature.HEADER.toLowerCase(Locale.ROOT),
                                        List.of(signature)),
                                FakeTwilio.encoded(form)));
    }

    private List<Conversation> conversations() {
        return engine.conversations().page(Query.ALL, null, 10);
    }

    private List<Message> history() {
        Conversation of = conversations().getFirst();
        return engine.conversations().path(of.id(), 0, of.size());
    }

    private DeliveryState state(Message message) {
        return database.channels().outbox().deliveries(List.of(message.id())).stream()
                .map(Delivery::state)
                .findFirst()
                .orElse(DeliveryState.PENDING);
    }
}
