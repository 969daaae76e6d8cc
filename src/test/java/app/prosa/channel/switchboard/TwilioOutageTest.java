package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Opener;
import app.prosa.channel.Webhook;
import app.prosa.channel.signature.TwilioSignature;
import app.prosa.channel.twilio.FakeStored;
import app.prosa.channel.twilio.FakeTwilio;
import app.prosa.channel.twilio.TwilioOpener;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Trouble;
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

/** Twilio lists what it took, so nobody has to guess what became of a message. */
@SuppressWarnings("NullAway.Init")
class TwilioOutageTest extends TurnedBoardRig {
    private static final String PUBLIC = "https://hub.example";
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration OUTAGE = Duration.ofMinutes(10);
    private static final Duration BACK = Duration.ofMinutes(3);
    private static final List<String> PEOPLE =
            List.of("whatsapp:+5511999990001", "whatsapp:+5511999990002");

    private FakeTwilio twilio;

    @Override
    List<Opener> openers() {
        return List.of(new TwilioOpener());
    }

    @Override
    int calls() {
        return twilio.calls().size();
    }

    @BeforeEach
    void startTwilio() {
        twilio = FakeTwilio.start(time::now);
        secrets.put(ChannelSecrets.token(Platform.TWILIO), FakeTwilio.TOKEN);
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
                                                                        .switched(
                                                                                true,
                                                                                time.now()
                                                                                        .minus(
                                                                                                OUTAGE))
                                                                        .withQuietMillis(100)))));
        awaitState(Platform.TWILIO, ChannelState.On.class);
    }

    @AfterEach
    void stopTwilio() {
        twilio.close();
    }

    /** A 500 does not say whether Twilio has the message, and what it lists is not told either. */
    @Test
    void what_twilio_may_have_waits_until_it_can_be_asked_and_is_sent_once() {
        twilio.failAll(FakeTwilio.error(500, 20_500, "Internal server error"));
        int before = calls();
        allWrite("Oi");
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.TWILIO, Problem.NETWORK));
        assertEquals(PEOPLE.size(), sends());
        // Each asks every 20 seconds at most, then one a minute for all, and one looks for more.
        assertCalledAtMost(2 * 6 + 10 + 1, before);
        twilio.mend();
        awaitWithin(BACK, () -> twilio.sent().size() == PEOPLE.size());
        assertEquals(PEOPLE, twilio.sent().stream().map(FakeStored::to).sorted().toList());
        awaitWithin(SOON, () -> isOn(Platform.TWILIO));
        pass(BACK);
        assertEquals(PEOPLE.size(), twilio.sent().size());
    }

    @Test
    void a_limit_is_waited_out_as_long_as_twilio_asks() {
        twilio.failAll(FakeTwilio.slowDown(60));
        int before = calls();
        allWrite("Oi");
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.TWILIO, Problem.SLOW_DOWN));
        // Once a minute, one look for more, and the beginning.
        assertCalledAtMost(10 + 1 + 2 * PEOPLE.size(), before);
        twilio.mend();
        awaitWithin(BACK, () -> twilio.sent().size() == PEOPLE.size());
        assertTrue(isOn(Platform.TWILIO));
    }

    @Test
    void credentials_that_are_changed_close_the_channel_and_the_new_ones_open_it() {
        twilio.failAll(FakeTwilio.error(401, 20_003, "Authenticate"));
        int before = calls();
        allWrite("Oi");
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.TWILIO, Problem.TOKEN));
        assertCalledAtMost(8 + PEOPLE.size(), before); // after 5, 10, 20 … 300 seconds
        twilio.mend();
        board.secretsChanged(Platform.TWILIO);
        awaitWithin(SOON, () -> twilio.sent().size() == PEOPLE.size());
        assertTrue(isOn(Platform.TWILIO));
    }

    /** Twilio takes it, and says afterwards that only a template may be sent. */
    @Test
    void what_would_need_a_template_has_failed_when_twilio_says_so_later() {
        write(PEOPLE.getFirst(), "Oi");
        awaitWithin(SOON, () -> twilio.sent().size() == 1);
        Message reply = lastOf(conversations().getFirst());
        awaitWithin(SOON, () -> delivery(reply).state() == DeliveryState.SENT);
        String sid = twilio.sent().getFirst().sid();
        post(Platform.TWILIO_STATUS_PATH, twilio.statusForm(sid, "undelivered", 63_016));
        assertEquals(DeliveryState.FAILED, delivery(reply).state());
        assertEquals(Trouble.WINDOW_CLOSED, delivery(reply).trouble());
        assertEquals(1, board.facts(Platform.TWILIO).failed());
        int before = sends();
        pass(OUTAGE);
        assertEquals(before, sends());
    }

    private void allWrite(String text) {
        PEOPLE.forEach(person -> write(person, text));
    }

    private void write(String person, String text) {
        post(Platform.TWILIO.webhookPath(), twilio.form(twilio.says(person, text)));
    }

    private int sends() {
        return twilio.calls("send").size();
    }

    private void assertCalledAtMost(int bound, int before) {
        int calls = calls() - before;
        assertTrue(calls <= bound, () -> calls + " calls, more than " + bound);
    }

    private void post(String path, Map<String, String> form) {
        String signature = FakeTwilio.signature(PUBLIC + path, form);
        String header = TwilioSignature.HEADER.toLowerCase(Locale.ROOT);
        byte[] body = FakeTwilio.encoded(form);
        var request = new Webhook.Request("POST", "", Map.of(header, List.of(signature)), body);
        assertEquals(200, board.webhook(path).orElseThrow().handle(request).status());
    }

    private List<Conversation> conversations() {
        return engine.conversations().page(Query.ALL, null, 10);
    }

    private Message lastOf(Conversation of) {
        return engine.conversations().path(of.id(), 0, of.size()).getLast();
    }

    private Delivery delivery(Message message) {
        return database.channels().outbox().deliveries(List.of(message.id())).getFirst();
    }
}
