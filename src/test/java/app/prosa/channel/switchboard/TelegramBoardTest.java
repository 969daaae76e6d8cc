package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.telegram.FakeDenial;
import app.prosa.conversation.Author;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.settings.Language;
import app.prosa.settings.Settings;
import app.prosa.settings.channels.ChannelState;
import app.prosa.settings.channels.Door;
import app.prosa.settings.channels.Platform;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TelegramBoardTest extends BoardRig {

    @Test
    void who_writes_is_answered_once_and_the_history_has_both() {
        switchOn(r -> r);
        model.answers("**Olá**, Ana!");
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "Olá, Ana!");
        assertEquals(
                List.of("Oi", "**Olá**, Ana!"), path(ANA).stream().map(m -> m.text()).toList());
        await(() -> state(1) == DeliveryState.SENT);
        assertEquals(1, model.requests().size());
    }

    @Test
    void three_messages_in_a_row_get_one_answer() {
        switchOn(r -> r.withQuietMillis(400));
        telegram.says(ANA, "Oi");
        telegram.says(ANA, "tudo bem?");
        telegram.says(ANA, "quanto custa?");
        awaitSent(ANA, "ok");
        assertEquals(1, model.requests().size());
        assertEquals(4, path(ANA).size());
    }

    @Test
    void a_repeat_is_not_answered_again() {
        switchOn(r -> r);
        long update = telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        telegram.repeat(update);
        telegram.says(ANA, "Mais uma");
        awaitSent(ANA, "ok", "ok");
        assertEquals(4, path(ANA).size());
    }

    @Test
    void a_long_answer_comes_in_parts_in_their_order() {
        switchOn(r -> r);
        String paragraph = "palavra ".repeat(300).strip();
        model.answers("1 " + paragraph + "\n\n2 " + paragraph + "\n\n3 " + paragraph);
        telegram.says(ANA, "Conte tudo");
        await(() -> sentTo(ANA).size() == 3);
        assertEquals(
                List.of("1", "2", "3"),
                sentTo(ANA).stream().map(text -> text.substring(0, 1)).toList());
    }

    @Test
    void markup_that_is_rejected_goes_out_plain() {
        switchOn(r -> r);
        telegram.fail(
                "sendMessage",
                FakeDenial.error(400, "Bad Request: can't parse entities: unsupported tag"));
        model.answers("**Olá**");
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "Olá");
    }

    @Test
    void stop_is_silence_also_for_what_was_queued() throws Exception {
        switchOn(r -> r);
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        model.then(sink -> {
            hanging.countDown();
            release.await();
            sink.answer("too late");
        });
        telegram.says(ANA, "Oi");
        hanging.await();
        telegram.says(ANA, "PARAR!");
        await(() -> who().optedOut());
        release.countDown();
        await(() -> path(ANA).stream().anyMatch(m -> m.text().equals("too late")));
        telegram.says(ANA, "Ainda aí?");
        await(() -> path(ANA).getLast().text().equals("Ainda aí?"));
        assertEquals(List.of(), sentTo(ANA));
        telegram.says(ANA, "voltar");
        await(() -> sentTo(ANA).size() == 1);
        assertTrue(!who().optedOut());
    }

    @Test
    void a_repeat_of_what_somebody_has_thought_better_of_changes_nothing() {
        switchOn(r -> r);
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        long back = telegram.says(ANA, "voltar");
        telegram.says(ANA, "parar");
        await(() -> who().optedOut());
        telegram.repeat(back);
        long person = telegram.says(ANA, "atendente");
        await(() -> conversation(ANA).mode() == Mode.HUMAN);
        assertTrue(who().optedOut());
        telegram.says(ANA, "não precisa");
        await(() -> path(ANA).getLast().text().equals("não precisa"));
        engine.setMode(conversation(ANA).id(), Mode.AUTO);
        telegram.repeat(person);
        telegram.says(ANA, "já passou");
        await(() -> path(ANA).getLast().text().equals("já passou"));
        assertEquals(Mode.AUTO, conversation(ANA).mode());
    }

    @Test
    void not_one_byte_goes_to_somebody_unknown_until_they_are_approved() {
        switchOn(r -> r.withDoor(Door.KNOWN));
        telegram.says(ANA, "Oi");
        telegram.says(ANA, "/help");
        await(() -> isKnown(ANA) && path(ANA).size() == 2);
        assertEquals(Standing.WAITING, who().standing());
        assertEquals(List.of(), telegram.calls("sendMessage"));
        assertEquals(List.of(), telegram.calls("sendChatAction"));
        board.approve(conversation(ANA).id());
        awaitSent(ANA, "ok");
    }

    @Test
    void a_repeat_does_not_count_against_the_limit() {
        switchOn(r -> r.withHourlyPerPerson(2));
        long update = telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        telegram.repeat(update);
        telegram.says(ANA, "Mais uma");
        awaitSent(ANA, "ok", "ok");
        telegram.says(ANA, "E outra");
        await(() -> path(ANA).getLast().text().equals("E outra"));
        assertEquals(2, model.requests().size());
    }

    @Test
    void a_backlog_is_kept_and_answered_only_when_the_operator_says_so() {
        telegram.says(ANA, "De ontem");
        switchOn(
                r -> r.switched(false, Instant.EPOCH).switched(true, Instant.now().plusSeconds(5)));
        await(() -> isKnown(ANA) && who().held() == 1);
        assertEquals(List.of(), telegram.calls("sendMessage"));
        assertEquals(0, model.requests().size());
        board.release(conversation(ANA).id(), true);
        awaitSent(ANA, "ok");
    }

    @Test
    void who_asks_for_a_person_gets_one() {
        switchOn(r -> r);
        telegram.says(ANA, "Quero falar com um atendente");
        await(() -> sentTo(ANA).size() == 1);
        assertEquals(Mode.HUMAN, conversation(ANA).mode());
        telegram.says(ANA, "Alô?");
        await(() -> path(ANA).getLast().text().equals("Alô?"));
        assertEquals(0, model.requests().size());
        engine.sayByHand(conversation(ANA).id(), "Aqui é a Bia.");
        await(() -> sentTo(ANA).size() == 2);
        assertEquals("Aqui é a Bia.", sentTo(ANA).getLast());
    }

    @Test
    void the_program_speaks_its_own_language_unless_the_channel_has_another() {
        switchOn(r -> r);
        settings.update(all ->
                all.with(new Settings.General(Language.PORTUGUESE, all.general().sendKey(), true)));
        telegram.says(ANA, "/help");
        await(() -> sentTo(ANA).size() == 1);
        assertTrue(sentTo(ANA).getFirst().startsWith("Escreva"), sentTo(ANA).getFirst());
    }

    @Test
    void who_begins_anew_is_not_reminded_of_what_was_said() {
        switchOn(r -> r);
        telegram.says(ANA, "Meu nome é Ana");
        awaitSent(ANA, "ok");
        telegram.says(ANA, "/reset");
        await(() -> sentTo(ANA).size() == 2);
        telegram.says(ANA, "Como me chamo?");
        await(() -> sentTo(ANA).size() == 3);
        List<ChatRequest.Part> shown = model.requests().getLast().messages();
        assertTrue(shown.stream().noneMatch(part -> part.text().contains("Ana")));
        assertEquals("Como me chamo?", shown.getLast().text());
    }

    @Test
    void a_person_who_takes_over_wins_against_an_answer_under_way() throws Exception {
        switchOn(r -> r);
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("I think", hanging);
        telegram.says(ANA, "Oi");
        hanging.await();
        engine.sayByHand(conversation(ANA).id(), "Bia aqui.");
        awaitSent(ANA, "Bia aqui.");
    }

    @Test
    void who_is_told_to_slow_down_does_and_loses_nothing() {
        switchOn(r -> r);
        app.prosa.testing.http.Trouble slow = FakeDenial.flood(1);
        telegram.fail("sendMessage", slow, slow);
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        assertEquals(3, telegram.calls("sendMessage").size());
    }

    @Test
    void a_token_that_is_revoked_in_mid_run_is_said_and_nothing_is_lost() {
        switchOn(r -> r);
        telegram.fail("sendMessage", FakeDenial.error(401, "Unauthorized"));
        telegram.says(ANA, "Oi");
        await(() ->
                board.state(Platform.TELEGRAM) instanceof ChannelState.Troubled t
                        && t.problem() == ChannelState.Problem.TOKEN);
        board.secretsChanged(Platform.TELEGRAM);
        awaitState(ChannelState.On.class);
        awaitSent(ANA, "ok");
    }

    @Test
    void who_has_blocked_us_is_left_alone() {
        switchOn(r -> r);
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        telegram.blocks(ANA);
        await(() -> !who().reachable());
        engine.sayByHand(conversation(ANA).id(), "Ainda quer?");
        await(() -> state(2) == DeliveryState.FAILED);
        assertEquals(Trouble.BLOCKED, delivery(2).trouble());
        assertEquals(1, sentTo(ANA).size());
    }

    @Test
    void an_answer_that_may_have_arrived_is_sent_once_more_and_marked() {
        // The pause before the second try is longer than a test should take: what is checked is
        // that the first one leaves it unknown, with a time to be sent again.
        switchOn(r -> r);
        telegram.fail("sendMessage", app.prosa.testing.http.Trouble.Moment.BREAK_AFTER);
        telegram.says(ANA, "Oi");
        await(() -> isKnown(ANA) && path(ANA).size() == 2 && state(1) == DeliveryState.UNKNOWN);
        assertEquals(1, sentTo(ANA).size());
    }

    @Test
    void a_model_that_fails_for_a_while_is_asked_again() {
        switchOn(r -> r);
        model.fails(Failure.Kind.NETWORK);
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        assertEquals(2, model.requests().size());
    }

    @Test
    void who_will_get_no_answer_is_told_so() {
        switchOn(r -> r);
        model.fails(Failure.Kind.KEY_REFUSED);
        telegram.says(ANA, "Oi");
        await(() -> sentTo(ANA).size() == 1);
        assertEquals(Author.NOTE, path(ANA).getLast().author());
    }

    @Test
    void what_was_due_when_the_program_ended_is_answered_by_the_next() {
        switchOn(r -> r.withQuietMillis(8_000));
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
                                                .withQuietMillis(0))));
        open();
        awaitSent(ANA, "ok");
    }

    @Test
    void an_answer_that_a_program_was_writing_when_it_ended_is_begun_anew() throws Exception {
        switchOn(r -> r);
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("half", hanging);
        telegram.says(ANA, "Oi");
        hanging.await();
        shut();
        open();
        awaitSent(ANA, "ok");
    }

    @Test
    void in_a_group_only_what_is_meant_for_us_is_answered() {
        switchOn(r -> r);
        telegram.saysInGroup(-77, ANA, "Bom dia, gente");
        telegram.saysInGroup(-77, ANA, "@ProsaBot que horas são?");
        awaitSent(-77, "ok");
        assertEquals(2, path(-77).size());
        assertTrue(path(-77).getFirst().text().startsWith("Ana Souza: "));
    }

    @Test
    void a_channel_without_its_token_says_so() {
        secrets.clear();
        settings.update(all ->
                all.with(
                        all.channels()
                                .withRules(
                                        Platform.TELEGRAM,
                                        all.channels()
                                                .rules(Platform.TELEGRAM)
                                                .switched(true, Instant.now()))));
        awaitState(ChannelState.Incomplete.class);
        ChannelState.Incomplete state =
                assertInstanceOf(ChannelState.Incomplete.class, board.state(Platform.TELEGRAM));
        assertEquals(List.of(ChannelState.Missing.TOKEN), state.missing());
    }

    @Test
    void whatever_goes_wrong_with_polling_is_said_and_it_goes_on() {
        switchOn(r -> r);
        telegram.fail(
                "getUpdates",
                FakeDenial.error(409, "Conflict: terminated by other getUpdates request"));
        telegram.says(ANA, "Oi");
        awaitSent(ANA, "ok");
        awaitState(ChannelState.On.class);
    }

    private Delivery delivery(int position) {
        return database.channels()
                .outbox()
                .deliveries(List.of(path(ANA).get(position).id()))
                .getFirst();
    }

    private DeliveryState state(int position) {
        return database
                .channels()
                .outbox()
                .deliveries(List.of(path(ANA).get(position).id()))
                .stream()
                .map(Delivery::state)
                .findFirst()
                .orElse(DeliveryState.PENDING);
    }
}
