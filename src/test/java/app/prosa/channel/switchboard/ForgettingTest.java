package app.prosa.channel.switchboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.time.TurnedTimers;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Outbox;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForgettingTest {
    private final TurnedTimers timers = TurnedTimers.doneAtOnce();
    private final Instant begun = timers.now();
    private final List<Instant> asked = new ArrayList<>();
    private final Deque<Integer> gone = new ArrayDeque<>();

    private final Outbox outbox =
            (Outbox)
                    Proxy.newProxyInstance(
                            Outbox.class.getClassLoader(),
                            new Class<?>[] {Outbox.class},
                            (_, method, arguments) -> purge(method, (Instant) arguments[0]));

    private int purge(Method method, Instant before) {
        assertEquals("purge", method.getName());
        asked.add(before);
        int some = gone.remove();
        if (some < 0) {
            throw new StoreException(StoreException.Cause.UNAVAILABLE, "purge", null);
        }
        return some;
    }

    private Instant keptAt(Duration later) {
        return begun.plus(later).minus(Forgetting.KEPT);
    }

    @Test
    void what_is_old_goes_piece_by_piece_each_day() {
        new Forgetting(outbox, timers).begin();
        assertEquals(List.of(), asked);
        gone.addAll(List.of(500, 3, 0));
        timers.turn(Forgetting.FIRST);
        timers.turn(Forgetting.BETWEEN);
        timers.turn(Forgetting.BETWEEN);
        timers.turn(Forgetting.BETWEEN);
        Duration first = Forgetting.FIRST;
        Duration second = first.plus(Forgetting.BETWEEN);
        Duration third = second.plus(Forgetting.BETWEEN);
        assertEquals(List.of(keptAt(first), keptAt(second), keptAt(third)), asked);
        asked.clear();
        gone.add(0);
        timers.turn(Forgetting.EVERY);
        assertEquals(1, asked.size());
    }

    @Test
    void a_store_that_cannot_is_asked_another_day() {
        new Forgetting(outbox, timers).begin();
        gone.addAll(List.of(-1, 0));
        timers.turn(Forgetting.FIRST);
        assertEquals(1, asked.size());
        timers.turn(Forgetting.EVERY);
        assertEquals(2, asked.size());
    }
}
