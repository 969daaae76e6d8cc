package app.prosa.channel.switchboard;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.conversation.delivery.Standing;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a channel when the operator thinks better of how it is used. */
class TelegramSettingsTest extends BoardRig {

    @Test
    void a_door_that_is_opened_later_lets_in_who_waits_and_answers_only_what_comes_then() {
        switchOn(r -> r.withDoor(Door.KNOWN));
        telegram.says(ANA, "Oi");
        telegram.says(ANA + 1, "Olá");
        await(() -> isKnown(ANA) && isKnown(ANA + 1));
        board.block(conversation(ANA + 1).id());
        switchOn(r -> r);
        await(() -> who().standing() == Standing.ADMITTED);
        assertEquals(1, who().held());
        assertEquals(1, board.facts(Platform.TELEGRAM).backlog());
        assertEquals(0, board.facts(Platform.TELEGRAM).quarantined());
        telegram.says(ANA + 1, "Alô?");
        telegram.says(ANA, "Alguém aí?");
        awaitSent(ANA, "ok");
        assertEquals(1, model.requests().size());
        assertEquals(1, telegram.sent().size());
    }

    @Test
    void when_the_last_ones_came_and_went_is_known_after_a_restart_too() {
        switchOn(r -> r);
        assertNull(board.facts(Platform.TELEGRAM).lastIn());
        assertNull(board.facts(Platform.TELEGRAM).lastOut());
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        await(() -> board.facts(Platform.TELEGRAM).lastOut() != null);
        shut();
        open();
        await(() -> board.facts(Platform.TELEGRAM).lastIn() != null);
        await(() -> board.facts(Platform.TELEGRAM).lastOut() != null);
    }

    /** The account is known only once the channel is open. */
    @Test
    void a_door_that_was_opened_while_the_channel_was_off_is_open_when_it_is_on() {
        switchOn(r -> r.withDoor(Door.KNOWN));
        telegram.says(ANA, "Oi");
        await(() -> isKnown(ANA));
        shut();
        settings.update(all ->
                all.with(
                        all.channels()
                                .withRules(
                                        Platform.TELEGRAM,
                                        all.channels()
                                                .rules(Platform.TELEGRAM)
                                                .withDoor(Door.EVERYONE))));
        open();
        await(() -> who().standing() == Standing.ADMITTED);
        assertEquals(List.of(), sentTo(ANA));
    }

    @Test
    void our_own_webhook_is_taken_away_without_a_question_when_messages_are_fetched() {
        bring("https://hub.example");
        assertEquals(
                "https://hub.example/api/telegram/webhook",
                requireNonNull(telegram.webhook()).url());
        fetch("https://hub.example");
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        assertNull(telegram.webhook());
    }

    @Test
    void anothers_webhook_stays_until_the_operator_says_so() {
        bring("https://another.example");
        fetch("https://hub.example");
        await(() ->
                board.state(Platform.TELEGRAM) instanceof ChannelState.Troubled t
                        && t.problem() == ChannelState.Problem.WEBHOOK_SET);
        telegram.says(ANA, "Oi");
        board.takeOver(Platform.TELEGRAM);
        awaitSent(ANA, "ok");
    }

    /** Telegram brings its messages, to a place that the stand-in never calls. */
    private void bring(String publicUrl) {
        settings.update(all ->
                all.with(all.hub().withPublicUrl(publicUrl))
                        .with(
                                all.channels()
                                        .with(
                                                all.channels()
                                                        .telegram()
                                                        .withBaseUrl(telegram.baseUrl().toString())
                                                        .withWebhook(true)
                                                        .withRules(
                                                                ChannelRules.PERSONAL
                                                                        .switched(
                                                                                true, Instant.EPOCH)
                                                                        .withDoor(Door.EVERYONE)
                                                                        .withQuietMillis(100)))));
        awaitState(ChannelState.On.class);
    }

    private void fetch(String publicUrl) {
        settings.update(all ->
                all.with(all.hub().withPublicUrl(publicUrl))
                        .with(all.channels().with(all.channels().telegram().withWebhook(false))));
    }
}
