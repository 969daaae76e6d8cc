package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TurnstileTest {
    private final Turnstile turnstile = new Turnstile();
    private final List<String> done = new ArrayList<>();

    private String note(String what) {
        done.add(what);
        return what;
    }

    /** A thread that waits inside, as soon as that is so. */
    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private Thread passing(String what) {
        Thread one = Thread.ofPlatform().start(() -> turnstile.pass(() -> note(what)));
        awaitWaiting(one);
        return one;
    }

    @Test
    void what_is_left_meanwhile_is_done_in_its_order_and_only_at_the_end() throws Exception {
        List<Thread> others = new ArrayList<>();
        turnstile.stay(() -> {
            others.add(passing("second"));
            others.add(passing("third"));
            return note("first");
        });
        for (Thread other : others) {
            other.join();
        }
        assertEquals(List.of("first", "second", "third"), done);
    }

    /** A section within a section ends, and the outer one is not over. */
    @Test
    void nothing_comes_in_between_when_an_inner_section_ends() throws Exception {
        List<Thread> others = new ArrayList<>();
        turnstile.stay(() -> {
            others.add(passing("late"));
            turnstile.stay(() -> note("inner"));
            turnstile.pass(() -> note("inner, too"));
            return note("outer");
        });
        others.getFirst().join();
        assertEquals(List.of("inner", "inner, too", "outer", "late"), done);
    }

    @Test
    void whoever_left_work_meets_what_it_throws() throws Exception {
        List<Future<?>> others = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            turnstile.stay(() -> {
                CountDownLatch left = new CountDownLatch(1);
                others.add(
                        executor.submit(() -> {
                            left.countDown();
                            assertThrows(
                                    IllegalStateException.class, () -> turnstile.pass(this::fail));
                        }));
                return await(left);
            });
            others.getFirst().get();
        }
        assertThrows(SQLException.class, () -> turnstile.stay(TurnstileTest::failInSql));
        assertEquals("after it", turnstile.pass(() -> note("after it")));
    }

    private String fail() {
        throw new IllegalStateException("as asked");
    }

    private static String failInSql() throws SQLException {
        throw new SQLException("as asked");
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void everything_that_many_leave_is_done_one_at_a_time() throws Exception {
        int[] inside = {0, 0};
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                all.add(executor.submit(() -> turnstile.pass(() -> count(inside))));
                if (i % 100 == 0) {
                    turnstile.stay(() -> count(inside));
                }
            }
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertEquals(2_020, inside[1]);
    }

    /** Not atomic, so two at once would lose one. */
    private static boolean count(int[] inside) {
        assertEquals(1, ++inside[0], "alone");
        inside[1]++;
        inside[0]--;
        return true;
    }
}
