package app.prosa.server.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BucketsTest {
    private long now = Long.MAX_VALUE - 1; // nanoTime may begin anywhere, and run over
    private final Buckets buckets = new Buckets(() -> now);

    @Test
    void who_was_quiet_may_use_a_minutes_worth_at_once_and_then_waits() {
        for (int i = 0; i < 60; i++) {
            assertEquals(0, buckets.take("a", 60));
        }
        assertEquals(1, buckets.take("a", 60));
        now += TimeUnit.SECONDS.toNanos(1);
        assertEquals(0, buckets.take("a", 60));
        assertEquals(1, buckets.take("a", 60));
        assertEquals(0, buckets.take("b", 60));
        now += TimeUnit.HOURS.toNanos(1);
        for (int i = 0; i < 60; i++) {
            assertEquals(0, buckets.take("a", 60));
        }
        assertEquals(1, buckets.take("a", 60));
    }

    @Test
    void the_wait_is_as_long_as_it_says() {
        assertEquals(0, buckets.take("a", 2));
        assertEquals(0, buckets.take("a", 2));
        assertEquals(30, buckets.take("a", 2));
        now += TimeUnit.SECONDS.toNanos(29);
        assertEquals(1, buckets.take("a", 2));
        now += TimeUnit.SECONDS.toNanos(1);
        assertEquals(0, buckets.take("a", 2));
    }

    @Test
    void as_many_callers_as_there_are_addresses_take_no_more_memory_than_some() {
        for (int i = 0; i < 10 * Buckets.MOST; i++) {
            buckets.take("address " + i, 1);
            assertTrue(buckets.size() <= Buckets.MOST + 1);
        }
    }
}
