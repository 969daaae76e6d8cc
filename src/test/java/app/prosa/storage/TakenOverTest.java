package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Arrival.Keep;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox.Again;
import app.prosa.conversation.delivery.Outbox.Failed;
import app.prosa.conversation.delivery.Outbox.Unsure;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What keeps a message here that was on its way, and what lets it go all the same. */
class TakenOverTest extends ChannelContract {
    private List<DeliveryState> states(MessageId message) {
        return parts(message).stream().map(Part::state).toList();
    }

    private Message byHand(ConversationId id, String text) {
        return store.append(id, Author.OPERATOR, text, NOON).orElseThrow();
    }

    private Part ready(MessageId message) {
        return outbox.ready(ACCOUNT, NOON, 100).stream()
                .filter(part -> part.message().equals(message))
                .findFirst()
                .orElseThrow();
    }

    // Who takes over, and whom one may not write to

    @Test
    void what_the_model_said_stays_here_once_a_person_took_over() {
        List<Part> parts = answered("ana", "answer", 3, NOON);
        ConversationId id = parts.getFirst().conversation();
        sent(parts.getFirst(), "p", NOON);
        var _ = outbox.begin(parts.get(1).id(), NOON);
        Message note =
                store.message(outbox.say(id, "a person comes", NOON).orElseThrow()).orElseThrow();
        store.setMode(id, Mode.HUMAN);
        Message said = byHand(id, "by hand");
        assertEquals(
                List.of(DeliveryState.SENT, DeliveryState.SENDING, DeliveryState.FAILED),
                states(parts.getFirst().message()));
        outbox.settle(parts.get(1).id(), new Again(NOON, Trouble.NETWORK));
        assertEquals(Trouble.TAKEN_OVER, part(parts.get(1).id()).trouble());
        assertEquals(DeliveryState.FAILED, part(parts.get(1).id()).state());
        assertEquals(List.of(DeliveryState.PENDING), states(note.id()));
        assertEquals(List.of(DeliveryState.PENDING), states(said.id()));
    }

    @Test
    void what_may_have_arrived_is_not_called_failed_when_a_person_takes_over() {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        outbox.settle(part.id(), new Unsure(NOON));
        store.setMode(part.conversation(), Mode.PAUSED);
        assertEquals(DeliveryState.UNKNOWN, part(part.id()).state());
        assertEquals(Trouble.TAKEN_OVER, part(part.id()).trouble());
        assertEquals(List.of(), ready(NOON.plusSeconds(99)));
    }

    @Test
    void an_unsure_end_after_a_person_took_over_is_not_sent_again() {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        store.setMode(part.conversation(), Mode.HUMAN);
        outbox.settle(part.id(), new Unsure(NOON));
        assertEquals(DeliveryState.UNKNOWN, part(part.id()).state());
        assertEquals(Optional.empty(), outbox.next(ACCOUNT));
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class)
    void what_is_written_by_hand_goes_out_whoever_answers(Mode mode) {
        ConversationId id = id(receive("ana", "hi", new Keep(), NOON));
        store.setMode(id, mode);
        Message said = byHand(id, "**I** am here");
        Part part = ready(said.id());
        assertTrue(part.byHand());
        assertTrue(part.isWhole());
        assertEquals("**I** am here", part.markup());
        split(part, 1);
        assertTrue(outbox.begin(part.id(), NOON).isPresent());
    }

    @Test
    void what_is_written_by_hand_to_whom_nobody_may_write_fails_at_once() {
        ConversationId eve = id(receive("eve", "hi", Standing.WAITING, ANSWER, NOON));
        Message said = byHand(eve, "who are you?");
        assertEquals(
                List.of(new Delivery(said.id(), DeliveryState.FAILED, Trouble.NOT_ADMITTED, false)),
                outbox.deliveries(List.of(said.id())));
        assertEquals(Optional.empty(), outbox.say(eve, "hello", NOON));
        assertEquals(2, store.find(eve).orElseThrow().size());
    }

    @Test
    void what_is_typed_where_there_is_no_channel_stays_where_it_is() {
        Message typed = byHand(ownChat().id(), "note to myself");
        ConversationId web = store.receive(web("ana", "hi", null), false, NOON).conversation().id();
        Message said = byHand(web, "by hand");
        assertEquals(List.of(), outbox.deliveries(List.of(typed.id(), said.id())));
        assertEquals(Optional.empty(), outbox.say(web, "note", NOON));
    }

    @Test
    void what_the_program_says_stands_in_the_history_as_a_note() {
        ConversationId id = id(receive("ana", "hi", new Keep(), NOON));
        MessageId note = outbox.say(id, "I cannot hear voices", NOON).orElseThrow();
        Message stored = store.message(note).orElseThrow();
        assertEquals(Author.NOTE, stored.author());
        assertEquals(List.of("hi", "I cannot hear voices"), shown(id));
        assertFalse(ready(note).byHand());
    }

    @Test
    void an_opt_out_in_the_middle_of_a_sending_counts_from_its_end() {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        correspondents.setOptedOut(part.conversation(), true);
        assertEquals(DeliveryState.SENDING, part(part.id()).state());
        outbox.settle(part.id(), new Again(NOON, Trouble.SERVER));
        assertEquals(Trouble.OPTED_OUT, part(part.id()).trouble());
        assertEquals(Optional.empty(), outbox.next(ACCOUNT));
    }

    // Once more by the operator

    @Test
    void what_failed_is_put_back_and_goes_out_although_a_person_answers() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        MessageId message = parts.getFirst().message();
        var _ = outbox.begin(parts.getFirst().id(), NOON);
        store.setMode(parts.getFirst().conversation(), Mode.HUMAN);
        outbox.settle(parts.getFirst().id(), new Failed(Trouble.SERVER));
        assertEquals(List.of(DeliveryState.FAILED, DeliveryState.FAILED), states(message));

        Instant later = NOON.plusSeconds(90_000);
        assertEquals(
                Optional.of(new Delivery(message, DeliveryState.PENDING, null, false)),
                outbox.resend(message, later));
        assertEquals(later, part(parts.getFirst().id()).createdAt());
        store.setMode(parts.getFirst().conversation(), Mode.PAUSED);
        for (Part part : parts(message)) {
            assertEquals(0, part.tries());
            sent(part, "p" + part.ordinal(), later);
        }
        assertEquals(List.of(DeliveryState.SENT, DeliveryState.SENT), states(message));
        assertEquals(Optional.empty(), outbox.resend(message, later));
    }

    @Test
    void nothing_is_put_back_for_whom_one_may_not_write_to() {
        Part part = answered("ana", "answer", NOON);
        correspondents.setOptedOut(part.conversation(), true);
        assertEquals(Optional.empty(), outbox.resend(part.message(), NOON));
        assertEquals(Trouble.OPTED_OUT, part(part.id()).trouble());
    }
}
