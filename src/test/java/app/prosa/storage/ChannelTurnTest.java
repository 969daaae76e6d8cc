package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChannelTurnTest extends ChannelContract {
    @Test
    void a_message_is_answered_and_the_answer_goes_out() {
        Arrived arrived = receive("ana", "Olá", ANSWER, NOON);
        ConversationId id = id(arrived);
        assertTrue(arrived.first());
        assertEquals(NOON.plus(QUIET), arrived.due());
        assertNull(arrived.received().reply());
        assertEquals(Optional.of(arrived.correspondent()), correspondents.find(id));
        assertEquals(Optional.of(arrived.correspondent()), correspondents.find(address("ana")));
        assertEquals(Optional.of(NOON.plus(QUIET)), next());

        Message reply = opened(id, NOON.plusSeconds(1));
        assertEquals(List.of(reply), store.path(id, 1, 2));
        assertEquals(Optional.of(NOON.plusSeconds(61)), next());
        Message written = complete(reply, "**Olá!**");
        assertTrue(turns.close(id, ME, NOON.plusSeconds(2)));
        assertEquals(Optional.empty(), next());

        Part whole = outbox.ready(ACCOUNT, NOON.plusSeconds(2), 10).getFirst();
        assertTrue(whole.isWhole());
        assertEquals("**Olá!**", whole.markup());
        assertEquals("**Olá!**", whole.plain());
        assertEquals(written.id(), whole.message());
        assertEquals(address("ana"), whole.address());
        assertFalse(whole.byHand());
        split(whole, 1);
        Part part = outbox.ready(ACCOUNT, NOON.plusSeconds(2), 10).getFirst();
        assertEquals("<b>0</b>", part.markup());
        assertEquals(1, part.of());

        Part begun = outbox.begin(part.id(), NOON.plusSeconds(3)).orElseThrow();
        assertEquals(DeliveryState.SENDING, begun.state());
        assertEquals(1, begun.tries());
        assertEquals(
                Optional.of(new Delivery(written.id(), DeliveryState.SENT, null, false)),
                outbox.settle(part.id(), new Sent("77")));
        assertEquals(
                Optional.of(new Delivery(written.id(), DeliveryState.READ, null, false)),
                outbox.report(ACCOUNT, "77", DeliveryState.READ, null));
        assertEquals(Optional.of(written.id()), outbox.known(ACCOUNT, "77"));
        assertEquals(List.of(), outbox.ready(ACCOUNT, NOON.plusSeconds(9), 10));
    }
}
