package app.prosa.channel.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Part;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OutageTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final Outage outage = new Outage();

    private static Part part(long id) {
        ConversationId conversation = ConversationId.next();
        return new Part(
                id,
                MessageId.next(),
                conversation,
                new Address("telegram:1", "7", false),
                0,
                1,
                "",
                "",
                false,
                DeliveryState.PENDING,
                1,
                null,
                null,
                false,
                null,
                NOW);
    }

    private void begin() {
        for (int i = 1; i <= Outage.FROM; i++) {
            assertTrue(outage.lets(part(i), NOW));
            assertEquals(i == Outage.FROM, outage.failed(part(i), Instant.MIN, NOW));
        }
    }

    @Test
    void one_message_that_fails_stops_no_other() {
        for (int i = 1; i < Outage.FROM; i++) {
            outage.failed(part(i), Instant.MIN, NOW);
        }
        assertTrue(outage.lets(part(9), NOW));
        assertFalse(outage.over());
    }

    @Test
    void during_an_outage_one_after_the_other_asks_for_all() {
        begin();
        assertFalse(outage.lets(part(7), NOW));
        Instant then = outage.until();
        assertEquals(NOW.plusSeconds(1), then);
        assertTrue(outage.lets(part(7), then));
        assertFalse(outage.lets(part(8), then));
        outage.failed(part(7), Instant.MIN, then);
        outage.came(part(7));
        assertFalse(outage.lets(part(8), then));
        assertEquals(then.plusSeconds(2), outage.until());
    }

    @Test
    void those_that_were_on_their_way_make_the_pause_no_longer() {
        begin();
        for (int i = 0; i < 50; i++) {
            outage.failed(part(100 + i), Instant.MIN, NOW);
        }
        assertEquals(NOW.plusSeconds(1), outage.until());
    }

    @Test
    void the_pause_grows_to_a_minute_unless_the_platform_asks_for_more() {
        begin();
        Instant now = NOW;
        for (int i = 0; i < 20; i++) {
            now = outage.until();
            assertTrue(outage.lets(part(7), now));
            outage.failed(part(7), Instant.MIN, now);
            outage.came(part(7));
        }
        assertEquals(now.plus(Duration.ofMinutes(1)), outage.until());
        outage.failed(part(8), now.plus(Duration.ofHours(1)), now);
        assertEquals(now.plus(Duration.ofHours(1)), outage.until());
    }

    @Test
    void when_one_gets_through_all_may_go() {
        begin();
        assertTrue(outage.over());
        assertTrue(outage.lets(part(7), NOW));
        assertTrue(outage.lets(part(8), NOW));
        assertFalse(outage.over());
    }
}
