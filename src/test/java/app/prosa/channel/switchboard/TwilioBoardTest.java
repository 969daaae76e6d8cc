package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import app.prosa.channel.Opener;
import app.prosa.channel.twilio.FakeTwilio;
import app.prosa.channel.twilio.TwilioOpener;
import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioBoardTest extends TwilioBoardRig {
    private final GatedOpener opener = new GatedOpener(new TwilioOpener());

    @Override
    List<Opener> openers() {
        return List.of(opener);
    }

    @Test
    void nobody_is_turned_away_while_a_setting_is_stored() {
        switchOn(Instant.now().minus(Duration.ofHours(1)));
        opener.shut();
        settings.update(all ->
                all.with(
                        all.channels()
                                .withRules(
                                        Platform.TWILIO,
                                        all.channels()
                                                .rules(Platform.TWILIO)
                                                .withHourlyPerPerson(7))));
        settings.update(all -> all.with(all.hub().withPublicUrl("https://moved.example")));
        await(() -> board.state(Platform.TWILIO) instanceof ChannelState.Starting);
        Map<String, String> form = twilio.form(twilio.says(BIA, "Oi"));
        assertEquals(200, post(Platform.TWILIO.webhookPath(), form).status());
        assertEquals(1, history().size());
        opener.open();
        awaitState(Platform.TWILIO, ChannelState.On.class);
    }

    @Test
    void what_comes_while_nothing_can_be_sent_is_taken_in() {
        switchOn(Instant.now().minus(Duration.ofHours(1)));
        twilio.failAll(FakeTwilio.error(401, 20_003, "Authenticate"));
        for (String text : List.of("Oi", "Alguém aí?")) {
            Map<String, String> form = twilio.form(twilio.says(BIA, text));
            assertEquals(200, post(Platform.TWILIO.webhookPath(), form).status());
            awaitState(Platform.TWILIO, ChannelState.Troubled.class);
        }
        assertEquals(
                List.of("Oi", "Alguém aí?"),
                history().stream()
                        .filter(message -> message.author() == Author.USER)
                        .map(Message::text)
                        .toList());
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
}
