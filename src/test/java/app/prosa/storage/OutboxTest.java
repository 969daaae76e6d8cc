package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox.Again;
import app.prosa.conversation.delivery.Outbox.Counts;
import app.prosa.conversation.delivery.Outbox.DeadLetter;
import app.prosa.conversation.delivery.Outbox.Failed;
import app.prosa.conversation.delivery.Outbox.Lost;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Outbox.Unsure;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes out, in which order, and what keeps it here. */
class OutboxTest extends ChannelContract {
    private List<DeliveryState> states(MessageId message) {
        return parts(message).stream().map(Part::state).toList();
    }

    private List<Trouble> troubles(MessageId message) {
        return parts(message).stream().map(Part::trouble).toList();
    }

    private Message byHand(ConversationId id, String text) {
        return store.append(id, Author.OPERATOR, text, NOON).orElseThrow();
    }

    // The order

    @Test
    void parts_go_out_in_their_order_one_at_a_time() {
        List<Part> parts = answered("ana", "answer", 3, NOON);
        assertEquals(List.of("0", "1", "2"), parts.stream().map(Part::plain).toList());
        for (int i = 0; i < 3; i++) {
            Part next = outbox.ready(ACCOUNT, NOON, 10).getFirst();
            assertEquals(parts.get(i).id(), next.id());
            assertEquals(List.of(next), outbox.ready(ACCOUNT, NOON, 10));
            assertTrue(outbox.begin(next.id(), NOON).isPresent());
            assertEquals(List.of(), ready(NOON));
            assertEquals(Optional.empty(), outbox.next(ACCOUNT));
            outbox.settle(next.id(), new Sent("p" + i));
        }
        assertEquals(List.of(), ready(NOON));
    }

    @Test
    void when_something_was_sent_last_is_known_of_each_account() {
        assertEquals(Optional.empty(), outbox.lastSent(ACCOUNT));
        sent(answered("ana", "answer", 1, NOON).getFirst(), "p1", NOON);
        answered("bia", "on its way", 1, NOON.plusSeconds(60));
        assertEquals(Optional.of(NOON), outbox.lastSent(ACCOUNT));
        assertEquals(Optional.empty(), outbox.lastSent("telegram:2"));
    }

    @Test
    void what_was_said_first_goes_out_first_however_many_parts_it_has() {
        Part whole = ready(answeredWhole("ana", NOON));
        Message after = byHand(whole.conversation(), "and by hand");
        split(whole, 3);
        for (Part part : parts(whole.message())) {
            sent(part, "p" + part.ordinal(), NOON);
        }
        Part last = outbox.ready(ACCOUNT, NOON, 10).getFirst();
        assertEquals(after.id(), last.message());
        assertTrue(last.byHand());
        assertTrue(last.isWhole());
    }

    private MessageId answeredWhole(String user, Instant now) {
        ConversationId id = id(receive(user, "question", NOW, now));
        Message reply = complete(opened(id, now), "answer");
        assertTrue(turns.close(id, ME, now));
        return reply.id();
    }

    private Part ready(MessageId message) {
        return outbox.ready(ACCOUNT, NOON, 100).stream()
                .filter(part -> part.message().equals(message))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_conversation_has_its_first_part_and_the_oldest_comes_first() {
        Part ana = answered("ana", "answer", 2, NOON).getFirst();
        Part bia = answered("bia", "answer", 2, NOON).getFirst();
        assertEquals(List.of(ana.id(), bia.id()), ready(NOON));
        assertEquals(
                List.of(ana.id()), outbox.ready(ACCOUNT, NOON, 1).stream().map(Part::id).toList());
        assertEquals(List.of(), outbox.ready("telegram:2", NOON, 10));
    }

    @Test
    void a_part_that_is_not_the_first_does_not_begin() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        assertEquals(Optional.empty(), outbox.begin(parts.get(1).id(), NOON));
        assertTrue(outbox.begin(parts.get(0).id(), NOON).isPresent());
        assertEquals(Optional.empty(), outbox.begin(parts.get(0).id(), NOON));
        assertEquals(Optional.empty(), outbox.begin(parts.get(1).id(), NOON));
    }

    @Test
    void what_is_whole_is_split_once_and_not_sent_before() {
        Part whole = ready(answeredWhole("ana", NOON));
        assertEquals(Optional.empty(), outbox.begin(whole.id(), NOON));
        split(whole, 2);
        split(whole, 7);
        assertEquals(2, parts(whole.message()).size());
        assertEquals(2, parts(whole.message()).getFirst().of());
        assertEquals("<b>1</b>", parts(whole.message()).getLast().markup());
    }

    @Test
    void a_message_of_which_nothing_is_left_to_send_is_done() {
        Part whole = ready(answeredWhole("ana", NOON));
        outbox.split(whole.id(), List.of());
        assertEquals(List.of(), parts(whole.message()));
        assertEquals(List.of(), outbox.deliveries(List.of(whole.message())));
        assertEquals(Optional.empty(), outbox.next(ACCOUNT));
    }

    // What becomes of a sending

    @Test
    void what_is_sent_again_waits_and_holds_up_what_comes_after_it() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        var _ = outbox.begin(parts.getFirst().id(), NOON);
        Instant later = NOON.plusSeconds(30);
        assertEquals(
                Optional.of(
                        new Delivery(
                                parts.getFirst().message(),
                                DeliveryState.PENDING,
                                Trouble.SLOW_DOWN,
                                false)),
                outbox.settle(parts.getFirst().id(), new Again(later, Trouble.SLOW_DOWN)));
        assertEquals(List.of(), ready(later.minusMillis(1)));
        assertEquals(Optional.of(later), outbox.next(ACCOUNT));
        assertEquals(Optional.empty(), outbox.begin(parts.getFirst().id(), later.minusMillis(1)));
        assertEquals(List.of(parts.getFirst().id()), ready(later));
        Part second = outbox.begin(parts.getFirst().id(), later).orElseThrow();
        assertEquals(2, second.tries());
        assertFalse(second.mayBeTwice());
    }

    @Test
    void a_part_that_failed_takes_the_later_ones_with_it_and_not_the_earlier_ones() {
        List<Part> parts = answered("ana", "answer", 3, NOON);
        MessageId message = parts.getFirst().message();
        sent(parts.get(0), "p0", NOON);
        var _ = outbox.begin(parts.get(1).id(), NOON);
        assertEquals(
                Optional.of(new Delivery(message, DeliveryState.FAILED, Trouble.TOO_LARGE, false)),
                outbox.settle(parts.get(1).id(), new Failed(Trouble.TOO_LARGE)));
        assertEquals(
                List.of(DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.FAILED),
                states(message));
        assertEquals(Trouble.PART_MISSING, troubles(message).getLast());
        assertEquals(Optional.empty(), outbox.next(ACCOUNT));
    }

    @Test
    void what_may_have_arrived_is_sent_once_more_and_says_so() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        long first = parts.getFirst().id();
        var _ = outbox.begin(first, NOON);
        Instant later = NOON.plusSeconds(60);
        outbox.settle(first, new Unsure(later));
        assertEquals(DeliveryState.UNKNOWN, part(first).state());
        assertEquals(List.of(), ready(NOON));
        assertEquals(List.of(first), ready(later));
        Part again = outbox.begin(first, later).orElseThrow();
        assertTrue(again.mayBeTwice());
        Delivery lost = outbox.settle(first, new Lost()).orElseThrow();
        assertEquals(DeliveryState.PENDING, lost.state());
        assertTrue(lost.mayBeTwice());
        assertEquals(List.of(parts.get(1).id()), ready(later));
        assertEquals(Optional.empty(), outbox.begin(first, later));
    }

    @Test
    void what_waited_for_too_long_fails_without_being_sent() {
        Part whole = ready(answeredWhole("ana", NOON));
        assertEquals(
                DeliveryState.FAILED,
                outbox.settle(whole.id(), new Failed(Trouble.TOO_LATE)).orElseThrow().state());
        assertEquals(List.of(), ready(NOON));
    }

    @Test
    void what_was_sent_is_not_unsent_by_whoever_comes_late() {
        Part part = answered("ana", "answer", NOON);
        sent(part, "p", NOON);
        Delivery sent = new Delivery(part.message(), DeliveryState.SENT, null, false);
        assertEquals(Optional.of(sent), outbox.settle(part.id(), new Again(NOON, Trouble.NETWORK)));
        assertEquals(Optional.of(sent), outbox.settle(part.id(), new Sent("other")));
        assertEquals(Optional.of(part.message()), outbox.known(ACCOUNT, "p"));
        assertEquals(Optional.empty(), outbox.known(ACCOUNT, "other"));
        assertEquals(Optional.empty(), outbox.settle(1 << 30, new Sent("x")));
    }

    @Test
    void what_a_program_that_ended_was_sending_is_unknown_until_somebody_says_more() {
        List<Part> ana = answered("ana", "answer", 2, NOON);
        Part bia = answered("bia", "answer", NOON);
        var _ = outbox.begin(ana.getFirst().id(), NOON);
        assertEquals(List.of(), outbox.interrupted("telegram:2"));
        List<Part> interrupted = outbox.interrupted(ACCOUNT);
        assertEquals(List.of(part(ana.getFirst().id())), interrupted);
        assertEquals(DeliveryState.UNKNOWN, interrupted.getFirst().state());
        assertEquals(List.of(bia.id()), ready(NOON));
        // And whoever asked for them may have ended too.
        assertEquals(interrupted, outbox.interrupted(ACCOUNT));

        outbox.settle(ana.getFirst().id(), new Sent("found"));
        assertEquals(List.of(), outbox.interrupted(ACCOUNT));
        assertEquals(List.of(ana.get(1).id(), bia.id()), ready(NOON));
    }

    // What is known

    @Test
    void dead_letters_come_latest_first() {
        Part ana = answered("ana", "answer", NOON);
        Part bia = answered("bia", "answer", NOON);
        var _ = outbox.begin(bia.id(), NOON.plusSeconds(1));
        var _ = outbox.begin(ana.id(), NOON.plusSeconds(2));
        outbox.settle(ana.id(), new Failed(Trouble.REJECTED));
        outbox.settle(bia.id(), new Failed(Trouble.BAD_ADDRESS));
        List<DeadLetter> dead =
                List.of(
                        new DeadLetter(part(ana.id()), NOON.plusSeconds(2)),
                        new DeadLetter(part(bia.id()), NOON.plusSeconds(1)));
        assertEquals(dead, outbox.dead(null, null, 10));
        assertEquals(dead, outbox.dead(ACCOUNT, null, 10));
        assertEquals(dead.subList(0, 1), outbox.dead(ACCOUNT, null, 1));
        assertEquals(dead.subList(1, 2), outbox.dead(ACCOUNT, dead.getFirst(), 1));
        assertEquals(List.of(), outbox.dead(null, dead.getLast(), 10));
        assertEquals(List.of(), outbox.dead("telegram:2", null, 10));
    }

    @Test
    void pages_of_dead_letters_have_each_once_also_of_one_moment() {
        List<Long> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            Part part = answered("person " + i, "answer", NOON);
            outbox.settle(part.id(), new Failed(Trouble.TOO_LATE));
            all.add(part.id());
        }
        List<Long> seen = new ArrayList<>();
        List<DeadLetter> page = outbox.dead(null, null, 3);
        while (!page.isEmpty()) {
            page.forEach(letter -> seen.add(letter.part().id()));
            page = outbox.dead(null, page.getLast(), 3);
        }
        assertEquals(all.reversed(), seen);
    }

    @Test
    void a_message_is_no_dead_letter_twice_and_none_once_it_is_sent_again_or_thrown_away() {
        Part ana = answered("ana", "answer", 2, NOON).getFirst();
        outbox.settle(ana.id(), new Failed(Trouble.TOO_LATE));
        Part bia = answered("bia", "answer", NOON);
        outbox.settle(bia.id(), new Failed(Trouble.TOO_LATE));
        assertEquals(2, outbox.dead(null, null, 10).size());
        assertEquals(
                DeliveryState.PENDING,
                outbox.resend(ana.message(), NOON.plusSeconds(9)).orElseThrow().state());
        assertEquals(
                List.of(bia.id()),
                outbox.dead(null, null, 10).stream().map(letter -> letter.part().id()).toList());
        store.trash(List.of(bia.conversation()), NOON);
        assertEquals(List.of(), outbox.dead(null, null, 10));
    }

    @Test
    void it_is_known_when_an_account_answered_last() {
        for (int i = 0; i < 4; i++) {
            answered("person " + i, "answer", NOON.plusSeconds(i));
        }
        List<Instant> lately = outbox.answered(ACCOUNT, NOON.plusSeconds(1), 10);
        assertEquals(
                List.of(NOON.plusSeconds(3), NOON.plusSeconds(2), NOON.plusSeconds(1)), lately);
        assertEquals(lately.subList(0, 2), outbox.answered(ACCOUNT, NOON, 2));
        assertEquals(List.of(), outbox.answered("telegram:2", NOON, 10));
    }

    @Test
    void an_account_is_counted() {
        List<Part> ana = answered("ana", "answer", 3, NOON);
        Part bia = answered("bia", "answer", NOON.plusSeconds(10));
        Part cid = answered("cid", "answer", NOON.plusSeconds(10));
        byHand(cid.conversation(), "by hand");
        var _ = outbox.begin(bia.id(), NOON.plusSeconds(11));
        outbox.settle(bia.id(), new Failed(Trouble.REJECTED));
        var _ = outbox.begin(cid.id(), NOON.plusSeconds(11));
        outbox.settle(cid.id(), new Lost());
        sent(ana.getFirst(), "p", NOON);
        assertEquals(new Counts(3, 1, 1, 3), outbox.counts(ACCOUNT, NOON));
        assertEquals(new Counts(3, 1, 1, 2), outbox.counts(ACCOUNT, NOON.plusSeconds(1)));
        assertEquals(new Counts(3, 0, 1, 0), outbox.counts(ACCOUNT, NOON.plusSeconds(12)));
        assertEquals(new Counts(0, 0, 0, 0), outbox.counts("telegram:2", NOON));
    }

    @Test
    void what_ended_is_forgotten_and_what_waits_is_not() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        sent(parts.getFirst(), "p", NOON);
        assertEquals(0, outbox.purge(NOON));
        assertEquals(1, outbox.purge(NOON.plusSeconds(1)));
        assertEquals(Optional.empty(), outbox.known(ACCOUNT, "p"));
        assertEquals(List.of(parts.get(1).id()), ready(NOON));
    }

    @Test
    void what_is_forgotten_leaves_its_number_to_nobody() {
        Part part = answered("ana", "answer", NOON);
        sent(part, "p", NOON);
        assertEquals(1, outbox.purge(NOON.plusSeconds(1)));
        Part next = answered("ana", "answer", NOON);
        assertNotEquals(part.id(), next.id());
        assertTrue(next.id() > part.id());
    }
}
