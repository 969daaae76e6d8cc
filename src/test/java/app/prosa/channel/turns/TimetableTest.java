package app.prosa.channel.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.time.TurnedTimers;
import app.prosa.conversation.ConversationId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private final TurnedTimers timers = new TurnedTimers();
    private final ConversationId one = ConversationId.next();
    private final Timetable timetable = new Timetable(timers, _ -> {});

    /**
     * A look at all that is due finds the end of a lease; a retry that comes sooner is no later.
     */
    @Test
    void a_later_time_that_was_set_before_does_not_hide_a_sooner_one() {
        timetable.setNoLater(one, timers.now().plusSeconds(60));
        timetable.setNoLater(one, timers.now().plusSeconds(4));
        assertEquals(List.of(timers.now().plusSeconds(4)), timers.waiting());
    }

    @Test
    void a_sooner_time_stays_where_a_later_one_is_said_to_be_enough() {
        timetable.set(one, timers.now().plusSeconds(4));
        timetable.setNoLater(one, timers.now().plusSeconds(60));
        assertEquals(List.of(timers.now().plusSeconds(4)), timers.waiting());
    }

    @Test
    void who_says_more_is_waited_for_longer() {
        timetable.set(one, timers.now().plusSeconds(1));
        timetable.set(one, timers.now().plusSeconds(2));
        assertEquals(List.of(timers.now().plusSeconds(2)), timers.waiting());
        timers.turn(Duration.ofSeconds(1));
        assertEquals(1, timers.waiting().size());
    }
}
