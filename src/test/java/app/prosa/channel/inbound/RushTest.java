package app.prosa.channel.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RushTest {
    private static final int MANY = 5;

    private final CountDownLatch in = new CountDownLatch(MANY);
    private final CountDownLatch go = new CountDownLatch(1);

    /** Something that takes its time to come in. */
    private void comeIn(Rush rush) {
        rush.take(() -> {
            in.countDown();
            await(go);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean pass(Rush rush) throws InterruptedException {
        rush.awaitQuiet();
        return true;
    }

    @Test
    void answers_wait_until_little_comes_in() throws Exception {
        Rush rush = new Rush(Duration.ofDays(1), Duration.ofMillis(1));
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            for (int i = 0; i < MANY; i++) {
                executor.execute(() -> comeIn(rush));
            }
            in.await();
            Thread first = Thread.ofPlatform().unstarted(() -> assertTrue(passed(rush)));
            Thread second = Thread.ofPlatform().unstarted(() -> assertTrue(passed(rush)));
            first.start();
            second.start();
            awaitWaiting(first);
            awaitWaiting(second);
            go.countDown();
            first.join();
            second.join();
        }
    }

    private static boolean passed(Rush rush) {
        try {
            return pass(rush);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertTrue(thread.isAlive(), "did not wait");
            Thread.onSpinWait();
        }
    }

    private static Rush after(int arrivals, Duration shortly) {
        Rush rush = new Rush(Duration.ofDays(1), shortly);
        for (int i = 0; i < arrivals; i++) {
            rush.take(() -> {});
        }
        return rush;
    }

    @Test
    void answers_wait_for_what_may_still_follow_many_that_have_just_come_in() throws Exception {
        Duration shortly = Duration.ofMillis(30);
        long start = System.nanoTime();
        Rush rush = after(8, shortly);
        assertTrue(pass(rush));
        assertTrue(System.nanoTime() - start >= shortly.toNanos());
    }

    @Test
    void whoever_waits_while_many_are_inside_goes_on_when_it_has_grown_quiet() throws Exception {
        Rush rush = after(3, Duration.ofMillis(300));
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            for (int i = 0; i < MANY; i++) {
                executor.execute(() -> comeIn(rush));
            }
            in.await();
            Thread answer = Thread.ofPlatform().unstarted(() -> assertTrue(passed(rush)));
            answer.start();
            awaitWaiting(answer);
            go.countDown();
            answer.join();
        }
    }

    @Test
    void a_few_that_have_just_come_in_hold_nothing_up() throws Exception {
        assertTrue(pass(after(7, Duration.ofDays(1))));
    }

    @Test
    void little_that_comes_in_holds_nothing_up() throws Exception {
        Rush rush = new Rush(Duration.ofDays(1), Duration.ofMillis(1));
        assertTrue(pass(rush));
        rush.take(() -> assertTrue(passed(rush)));
    }

    @Test
    void where_it_never_grows_quiet_answers_are_written_all_the_same() throws Exception {
        Rush rush = new Rush(Duration.ofMillis(20), Duration.ofMillis(1));
        try (ExecutorService executor = Executors.newCachedThreadPool()) {
            for (int i = 0; i < MANY; i++) {
                executor.execute(() -> comeIn(rush));
            }
            in.await();
            Future<Boolean> answer = executor.submit(() -> pass(rush));
            assertEquals(true, answer.get());
            go.countDown();
        }
    }
}
