package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.telegram.FakeDenial;
import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.settings.channels.ChannelFacts;
import app.prosa.settings.channels.ChannelState.Problem;
import app.prosa.settings.channels.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What people and the operator notice of Telegram's bad hours, which pass in moments here. */
class TelegramOutageTest extends TurnedBoardRig {
    private static final int PEOPLE = 10;
    private static final Duration OUTAGE = Duration.ofMinutes(10);

    /** Asking for all, it is asked again after a minute at most, and what it refused after two. */
    private static final Duration BACK = Duration.ofMinutes(3);

    /**
     * How often a platform is asked in ten minutes: after 1, 2, 4 … 32 seconds, and then once a
     * minute, by whoever fetches and by whoever sends; and what was on its way when it began.
     */
    private static final int PATIENT = 2 * (6 + 10) + 10;

    @Override
    int calls() {
        return telegram.calls().size();
    }

    @Test
    void while_nobody_is_there_it_is_asked_now_and_then_and_all_is_answered_afterwards() {
        switchOn(r -> r);
        allWrite("Oi");
        awaitWithin(Duration.ofSeconds(10), () -> isAllAnswered(1));
        telegram.vanish();
        operatorWrites();
        pass(OUTAGE.dividedBy(2));
        allWrite("Alguém aí?");
        pass(OUTAGE.dividedBy(2));
        assertTrue(isTroubled(Platform.TELEGRAM, Problem.NETWORK));
        assertEquals(PEOPLE, facts().waiting());
        telegram.comeBack();
        awaitWithin(BACK, () -> isAllAnswered(3));
        assertAllInOrder("ok", "Já volto", "ok");
        awaitOn();
        assertEquals(0, facts().waiting() + facts().failed() + facts().unknown());
    }

    @Test
    void a_server_that_is_out_of_order_is_asked_now_and_then() {
        switchOn(r -> r);
        allWrite("Oi");
        awaitWithin(Duration.ofSeconds(10), () -> isAllAnswered(1));
        telegram.failAll(FakeDenial.error(500, "Internal Server Error"));
        int before = calls();
        operatorWrites();
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.TELEGRAM, Problem.NETWORK));
        assertCalledAtMost(PATIENT, before);
        telegram.mend();
        awaitWithin(BACK, () -> isAllAnswered(2));
        assertAllInOrder("ok", "Já volto");
        awaitOn();
    }

    @Test
    void a_storm_of_refusals_is_waited_out_as_long_as_telegram_asks() {
        switchOn(r -> r);
        allWrite("Oi");
        awaitWithin(Duration.ofSeconds(10), () -> isAllAnswered(1));
        telegram.failAll(FakeDenial.flood(30));
        int before = calls();
        operatorWrites();
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.TELEGRAM, Problem.SLOW_DOWN));
        // Every 30 seconds one that fetches and one that sends, and what was on its way.
        assertCalledAtMost(2 * 20 + 10, before);
        telegram.mend();
        awaitWithin(BACK, () -> isAllAnswered(2));
        assertAllInOrder("ok", "Já volto");
        awaitOn();
    }

    @Test
    void while_a_storm_lasts_no_draft_is_shown_again_and_again() throws Exception {
        switchOn(r -> r);
        telegram.says(ANA, "Oi");
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        model.then(sink -> {
            sink.answer("Um momento");
            hanging.countDown();
            release.await();
            sink.answer(" …");
        });
        telegram.fail("sendMessageDraft", FakeDenial.flood(30));
        await(() -> isKnown(ANA));
        time.turn(Duration.ofMillis(100));
        hanging.await();
        for (int second = 0; second < 60; second++) {
            time.turn(Duration.ofSeconds(1));
            rest(1);
        }
        assertEquals(1, telegram.calls("sendMessageDraft").size());
        release.countDown();
        awaitWithin(Duration.ofSeconds(5), () -> sentTo(ANA).size() == 1);
    }

    @Test
    void a_token_that_is_revoked_and_put_right_at_telegram_is_found_without_anybody() {
        switchOn(r -> r);
        allWrite("Oi");
        awaitWithin(Duration.ofSeconds(10), () -> isAllAnswered(1));
        telegram.failAll(FakeDenial.error(401, "Unauthorized"));
        int before = calls();
        operatorWrites();
        pass(OUTAGE);
        assertTrue(isTroubled(Platform.TELEGRAM, Problem.TOKEN));
        // After 5, 10, 20 … 300 seconds, and the calls that found it out.
        assertCalledAtMost(7 + 5, before);
        telegram.mend();
        allWrite("Alguém aí?");
        awaitWithin(Duration.ofMinutes(5), () -> isAllAnswered(3));
        assertAllInOrder("ok", "Já volto", "ok");
        awaitOn();
    }

    @Test
    void who_has_blocked_us_is_not_called_again_and_the_others_do_not_wait_for_it() {
        switchOn(r -> r);
        allWrite("Oi");
        awaitWithin(Duration.ofSeconds(10), () -> isAllAnswered(1));
        telegram.fail(
                "sendMessage", FakeDenial.error(403, "Forbidden: bot was blocked by the user"));
        operatorWrites();
        awaitWithin(Duration.ofSeconds(5), () -> telegram.sent().size() == 2 * PEOPLE - 1);
        long blocked =
                people().stream().filter(p -> sentTo(p).size() == 1).findFirst().orElseThrow();
        assertEquals(Trouble.BLOCKED, delivery(path(blocked).getLast()).trouble());
        assertTrue(isOn(Platform.TELEGRAM));
        assertEquals(1, facts().failed());
        int before = calls();
        engine.sayByHand(conversation(blocked).id(), "E agora?");
        pass(Duration.ofMinutes(10));
        assertEquals(0, sends(before));
        telegram.says(blocked, "Voltei");
        awaitWithin(Duration.ofSeconds(5), () -> path(blocked).getLast().text().equals("Voltei"));
        engine.sayByHand(conversation(blocked).id(), "Que bom");
        awaitWithin(Duration.ofSeconds(5), () -> sentTo(blocked).size() == 2);
    }

    @Test
    void a_message_that_the_platform_cannot_take_holds_up_nobody_else() {
        switchOn(r -> r);
        telegram.says(ANA, "Oi");
        telegram.says(ANA + 1, "Oi");
        awaitWithin(Duration.ofSeconds(10), () -> telegram.sent().size() == 2);
        app.prosa.testing.http.Trouble broken = FakeDenial.error(500, "Internal Server Error");
        telegram.fail("sendMessage", broken, broken);
        engine.sayByHand(conversation(ANA).id(), "Um");
        awaitWithin(Duration.ofSeconds(5), () -> telegram.calls("sendMessage").size() >= 4);
        engine.sayByHand(conversation(ANA + 1).id(), "Dois");
        awaitWithin(Duration.ofSeconds(2), () -> sentTo(ANA + 1).size() == 2);
        awaitWithin(Duration.ofSeconds(5), () -> sentTo(ANA).size() == 2);
        assertTrue(isOn(Platform.TELEGRAM));
    }

    @Test
    void what_nobody_took_for_a_day_is_a_dead_letter_until_the_operator_sends_it_again() {
        switchOn(r -> r);
        telegram.says(ANA, "Oi");
        awaitWithin(Duration.ofSeconds(10), () -> sentTo(ANA).size() == 1);
        telegram.vanish();
        engine.sayByHand(conversation(ANA).id(), "Já volto");
        pass(Duration.ofMinutes(5));
        assertEquals(Trouble.NETWORK, delivery(path(ANA).getLast()).trouble());
        time.turn(Duration.ofHours(24));
        telegram.comeBack();
        awaitWithin(BACK, () -> facts().failed() == 1);
        Delivery dead = delivery(path(ANA).getLast());
        assertEquals(DeliveryState.FAILED, dead.state());
        assertEquals(Trouble.TOO_LATE, dead.trouble());
        assertEquals(
                List.of(dead.message()),
                database.channels().outbox().dead(null, null, 10).stream()
                        .map(letter -> letter.part().message())
                        .toList());
        assertEquals(1, sentTo(ANA).size());
        board.resend(dead.message());
        awaitWithin(BACK, () -> sentTo(ANA).size() == 2);
        awaitWithin(BACK, () -> delivery(path(ANA).getLast()).state() == DeliveryState.SENT);
        assertEquals(List.of(), database.channels().outbox().dead(null, null, 10));
        pass(BACK);
        assertEquals(List.of("ok", "Já volto"), sentTo(ANA));
    }

    private static List<Long> people() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            all.add(ANA + i);
        }
        return all;
    }

    private void allWrite(String text) {
        people().forEach(person -> telegram.says(person, text));
    }

    private void operatorWrites() {
        people().forEach(person -> engine.sayByHand(conversation(person).id(), "Já volto"));
        people().forEach(person -> engine.setMode(conversation(person).id(), Mode.AUTO));
    }

    private boolean isAllAnswered(int times) {
        return people().stream().allMatch(person -> sentTo(person).size() >= times);
    }

    private void assertAllInOrder(String... texts) {
        for (long person : people()) {
            assertEquals(List.of(texts), sentTo(person));
            List<String> ours =
                    path(person).stream()
                            .filter(m -> m.author() != Author.USER)
                            .map(m -> m.text())
                            .filter(List.of(texts)::contains)
                            .toList();
            assertEquals(List.of(texts), ours);
        }
    }

    private void awaitOn() {
        awaitWithin(BACK, () -> isOn(Platform.TELEGRAM));
    }

    private void assertCalledAtMost(int bound, int before) {
        int calls = calls() - before;
        assertTrue(calls <= bound, () -> calls + " calls, more than " + bound);
    }

    private long sends(int before) {
        return telegram.calls().stream()
                .skip(before)
                .filter(call -> call.method().equals("sendMessage"))
                .count();
    }

    private ChannelFacts facts() {
        return board.facts(Platform.TELEGRAM);
    }

    private Delivery delivery(Message message) {
        return database.channels().outbox().deliveries(List.of(message.id())).getFirst();
    }
}
