package app.prosa.channel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SystemTimersTest {
    private static final int ROUNDS = 2_000;

    @Test
    void whoever_asks_for_a_time_while_all_ends_does_not_fail() throws Exception {
        Instant later = Instant.now().plus(Duration.ofHours(1));
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
        for (int round = 0; round < ROUNDS; round++) {
            SystemTimers timers = new SystemTimers();
            CountDownLatch go = new CountDownLatch(1);
            Thread asking =
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((_, e) -> faults.add(e))
                            .start(() -> {
                                go.countDown();
                                for (int i = 0; i < 20; i++) {
                                    timers.at(later, () -> {});
                                }
                            });
            go.await();
            timers.close();
            asking.join();
        }
        assertEquals(List.of(), List.copyOf(faults));
    }
}
