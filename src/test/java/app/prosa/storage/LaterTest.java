package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is done a while after it was asked for. */
@Timeout(60)
class LaterTest {
    private static final Duration SOON = Duration.ofMillis(10);

    private final BlockingQueue<Runnable> due = new LinkedBlockingQueue<>();
    private final List<String> done = new ArrayList<>();

    @Test
    void those_who_ask_while_it_is_awaited_have_it_done_once() throws InterruptedException {
        Later later = new Later(SOON, due::add, () -> done.add("done"));
        for (int i = 0; i < 1_000; i++) {
            later.ask();
        }
        Runnable first = due.take();
        for (int i = 0; i < 1_000; i++) {
            later.ask(); // it is time, but it is not begun
        }
        first.run();
        later.ask();
        due.take().run();

        assertEquals(List.of("done", "done"), done);
        assertEquals(0, due.size());
    }

    @Test
    void whoever_asks_in_the_middle_of_it_has_it_done_again() throws InterruptedException {
        Semaphore runs = new Semaphore(0);
        Later[] later = new Later[1];
        later[0] =
                new Later(
                        SOON,
                        Runnable::run,
                        () -> {
                            if (done.isEmpty()) {
                                later[0].ask();
                            }
                            done.add("done");
                            runs.release();
                        });
        later[0].ask();
        runs.acquire(2);
        assertEquals(2, done.size());
    }
}
