package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.Arrival.Keep;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox.Unsure;
import app.prosa.conversation.delivery.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What others than the answer of a sending say of what a platform has. */
class ElsewhereTest extends ChannelContract {
    @Test
    void a_part_is_confirmed_by_whoever_saw_it_first() {
        List<Part> parts = answered("ana", "answer", 2, NOON);
        long first = parts.getFirst().id();
        assertEquals(Optional.empty(), outbox.confirm(first, "p"));
        var _ = outbox.begin(first, NOON);
        outbox.report(ACCOUNT, "p", DeliveryState.READ, null);
        assertEquals(
                Optional.of(
                        new Delivery(
                                parts.getFirst().message(), DeliveryState.PENDING, null, false)),
                outbox.confirm(first, "p"));
        assertEquals(DeliveryState.READ, part(first).state());
        assertEquals(Optional.of(parts.getFirst().message()), outbox.known(ACCOUNT, "p"));
        assertEquals(Optional.empty(), outbox.confirm(first, "other"));
        assertEquals(List.of(parts.getLast().id()), ready(NOON));
    }

    @Test
    void a_part_of_which_nobody_knew_is_confirmed() {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        outbox.settle(part.id(), new Unsure(NOON.plusSeconds(9)));
        assertEquals(
                Optional.of(new Delivery(part.message(), DeliveryState.SENT, null, false)),
                outbox.confirm(part.id(), "p"));
        assertEquals(List.of(), ready(NOON.plusSeconds(9)));
    }

    @Test
    void what_was_sent_until_then_is_read_and_what_was_sent_later_is_not() {
        List<Part> parts = answered("ana", "answer", 3, NOON);
        sent(parts.get(0), "p0", NOON);
        sent(parts.get(1), "p1", NOON.plusSeconds(1));
        Part bia = answered("bia", "answer", NOON);
        sent(bia, "p2", NOON);
        assertEquals(List.of(), outbox.reportUpTo(address("ana"), DeliveryState.READ, NOON));
        assertEquals(DeliveryState.READ, part(parts.get(0).id()).state());
        assertEquals(DeliveryState.SENT, part(parts.get(1).id()).state());
        assertEquals(DeliveryState.SENT, part(bia.id()).state());

        sent(parts.get(2), "p3", NOON.plusSeconds(2));
        assertEquals(
                List.of(new Delivery(parts.getFirst().message(), DeliveryState.READ, null, false)),
                outbox.reportUpTo(address("ana"), DeliveryState.READ, NOON.plusSeconds(9)));
        assertEquals(
                List.of(),
                outbox.reportUpTo(address("ana"), DeliveryState.DELIVERED, NOON.plusSeconds(9)));
    }

    @Test
    void what_a_person_wrote_in_the_platforms_app_stands_in_the_history_as_sent() {
        ConversationId id = id(receive("ana", "hi", new Keep(), NOON));
        Message said =
                outbox.saidElsewhere(address("ana"), "I saw it", "p", false, NOON).orElseThrow();
        assertEquals(Author.OPERATOR, said.author());
        assertEquals(MessageState.COMPLETE, said.state());
        assertEquals(List.of("hi", "I saw it"), shown(id));
        assertEquals(
                List.of(new Delivery(said.id(), DeliveryState.SENT, null, false)),
                outbox.deliveries(List.of(said.id())));
        assertEquals(List.of(), ready(NOON));
        assertEquals(
                Optional.of(new Delivery(said.id(), DeliveryState.READ, null, false)),
                outbox.report(ACCOUNT, "p", DeliveryState.READ, null));
    }

    @Test
    void what_is_known_or_may_be_ours_is_not_kept_again() {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        assertEquals(
                Optional.empty(), outbox.saidElsewhere(address("ana"), "answer", "p", false, NOON));
        outbox.confirm(part.id(), "p");
        assertEquals(
                Optional.empty(), outbox.saidElsewhere(address("ana"), "answer", "p", false, NOON));
        assertEquals(List.of("question", "answer"), shown(part.conversation()));
        assertEquals(
                Optional.empty(),
                outbox.saidElsewhere(address("bia"), "who?", "other", true, NOON));
    }

    @Test
    void what_is_surely_not_ours_is_kept_while_something_of_ours_is_being_sent() {
        Part part = answered("ana", "answer", NOON);
        var _ = outbox.begin(part.id(), NOON);
        assertEquals(
                "I do it",
                outbox.saidElsewhere(address("ana"), "I do it", "p", true, NOON)
                        .orElseThrow()
                        .text());
        assertEquals(DeliveryState.SENDING, part(part.id()).state());
    }
}
