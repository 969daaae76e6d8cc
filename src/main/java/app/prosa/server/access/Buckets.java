package app.prosa.server.access;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often each of many may do something: so many times a minute, all at once for who was quiet
 * for a minute. Of each only one time is kept, when the bucket will be full again (the generic cell
 * rate algorithm, ITU-T I.371), and of at most {@value #MOST} at once.
 */
final class Buckets {
    static final int MOST = 20_000;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final ConcurrentHashMap<String, Long> fullAt = new ConcurrentHashMap<>();
    private final LongSupplier clock;

    /**
     * @param clock nanoseconds, as {@link System#nanoTime}
     */
    Buckets(LongSupplier clock) {
        this.clock = clock;
    }

    /**
     * @return 0 if they may, otherwise the seconds to wait, at least 1
     */
    int take(String who, int perMinute) {
        long now = clock.getAsLong();
        long step = MINUTE / perMinute;
        long[] wait = {0};
        fullAt.compute(
                who,
                (key, full) -> {
                    long from = full == null || full - now < 0 ? now : full;
                    long after = from + step;
                    wait[0] = after - now - MINUTE;
                    return wait[0] > 0 ? full : Long.valueOf(after);
                });
        if (fullAt.mappingCount() > MOST) {
            forget(now);
        }
        return wait[0] <= 0 ? 0 : (int) Math.max(1, Math.ceilDiv(wait[0], 1_000_000_000L));
    }

    int size() {
        return fullAt.size();
    }

    private void forget(long now) {
        fullAt.values().removeIf(full -> full - now <= 0);
        Iterator<Map.Entry<String, Long>> rest = fullAt.entrySet().iterator();
        for (int over = fullAt.size() - MOST / 2; over > 0 && rest.hasNext(); over--) {
            rest.next();
            rest.remove();
        }
    }
}
