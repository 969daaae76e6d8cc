package app.prosa.channel.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.delivery.Address;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private final Pace pace = new Pace(StandInChannel.ROUTE);

    private static Address chat(int id) {
        return new Address(StandInChannel.ROUTE.account(), Integer.toString(id), false);
    }

    @Test
    void places_of_one_second_are_given_at_once_each_at_its_time() {
        Duration gap = Duration.ofSeconds(1).dividedBy(StandInChannel.ROUTE.perSecond());
        int taken = 0;
        while (pace.take(chat(taken), NOW)
                .equals(new Pace.Place(NOW.plus(gap.multipliedBy(taken)), true))) {
            taken++;
        }
        assertEquals(StandInChannel.ROUTE.perSecond() + 1, taken);
        assertFalse(pace.take(chat(taken), NOW).taken());
    }

    @Test
    void a_chat_that_has_to_wait_holds_nobody_up() {
        assertTrue(pace.take(chat(1), NOW).taken());
        assertEquals(
                new Pace.Place(NOW.plus(StandInChannel.ROUTE.chatGap()), false),
                pace.take(chat(1), NOW));
        assertTrue(pace.take(chat(2), NOW).taken());
    }

    @Test
    void who_finds_no_place_asks_again_when_several_are_free() {
        assertEquals(NOW, pace.opening(NOW));
        for (int i = 0; pace.take(chat(i), NOW).taken(); i++) {
            assertTrue(i < 1_000);
        }
        Instant open = pace.opening(NOW);
        assertTrue(open.isAfter(NOW) && open.isBefore(NOW.plusSeconds(1)), open::toString);
        assertEquals(open, pace.opening(open));
        int more = 0;
        while (pace.take(chat(1_000 + more), open).taken()) {
            more++;
        }
        assertTrue(more > StandInChannel.ROUTE.perSecond() / 3, () -> "only a few");
    }

    @Test
    void nobody_asks_during_a_pause() {
        pace.pause(NOW.plusSeconds(60));
        assertTrue(pace.opening(NOW).isAfter(NOW.plusSeconds(58)));
        assertTrue(pace.take(chat(1), pace.opening(NOW)).taken());
    }

    @Test
    void a_pause_counts_also_for_places_that_were_given() {
        assertTrue(pace.take(chat(1), NOW).taken());
        pace.pause(NOW.plusSeconds(5));
        assertTrue(pace.isPaused(NOW.plusSeconds(4)));
        assertFalse(pace.isPaused(NOW.plusSeconds(5)));
        assertEquals(new Pace.Place(NOW.plusSeconds(5), false), pace.take(chat(2), NOW));
    }
}
