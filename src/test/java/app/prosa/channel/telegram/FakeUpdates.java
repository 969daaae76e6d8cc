package app.prosa.channel.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The updates that wait for the bot, and who gets them. */
final class FakeUpdates {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, ObjectNode> waiting = new TreeMap<>();
    private final TreeMap<Long, ObjectNode> all = new TreeMap<>();
    private final List<ObjectNode> again = new ArrayList<>();
    private List<String> kinds = List.of();
    private @Nullable FakeWebhook webhook;
    private boolean backwards;
    private boolean closed;
    private long lastId = 870_000_000;
    private long pollers;
    private long confirmed;

    /** Of a kind that nobody wants, it is lost. */
    long add(ObjectNode update) {
        return locked(() -> {
            long id = ++lastId;
            update.put("update_id", id);
            if (kinds.isEmpty() || kinds.stream().anyMatch(update::has)) {
                waiting.put(id, update);
                all.put(id, update);
            }
            return id;
        });
    }

    /** Once more, whether it was confirmed or not. */
    void repeat(long id) {
        locked(() -> again.add(all.get(id)));
    }

    void setBackwards(boolean wanted) {
        locked(() -> backwards = wanted);
    }

    /** The highest offset that was said. */
    long confirmed() {
        return locked(() -> confirmed);
    }

    List<Long> waiting() {
        return locked(() -> List.copyOf(waiting.keySet()));
    }

    List<ObjectNode> waitingUpdates() {
        return locked(() -> List.copyOf(waiting.values()));
    }

    ObjectNode update(long id) {
        return locked(() -> Objects.requireNonNull(all.get(id)));
    }

    void forget(long id) {
        locked(() -> waiting.remove(id));
    }

    void setKinds(List<String> wanted) {
        locked(() -> kinds = wanted);
    }

    /** Whoever polls is told that a webhook was set. */
    void setWebhook(@Nullable FakeWebhook fresh) {
        locked(() -> webhook = fresh);
    }

    @Nullable FakeWebhook webhook() {
        return locked(() -> webhook);
    }

    void dropAll() {
        locked(waiting::clear);
    }

    void close() {
        locked(() -> closed = true);
    }

    /**
     * Waits for updates.
     *
     * @param offset below 0: as many of the last ones, and the others are forgotten
     */
    List<ObjectNode> poll(long offset, int limit, long seconds) throws InterruptedException {
        lock.lock();
        try {
            long me = ++pollers;
            changed.signalAll();
            confirm(offset);
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (true) {
                check(me);
                List<ObjectNode> found = next(limit);
                if (!found.isEmpty() || left <= 0 || closed) {
                    return found;
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void check(long me) {
        if (webhook != null) {
            throw new FakeRefusal(
                    409,
                    "Conflict: can't use getUpdates method while webhook is active; use"
                            + " deleteWebhook to delete the webhook first");
        }
        if (me != pollers) {
            throw new FakeRefusal(
                    409,
                    "Conflict: terminated by other getUpdates request; make sure that only one"
                            + " bot instance is running");
        }
    }

    private void confirm(long offset) {
        while (offset < 0 && waiting.size() > -offset) {
            waiting.pollFirstEntry();
        }
        if (offset > 0 && webhook == null) {
            waiting.headMap(offset).clear();
            confirmed = Math.max(confirmed, offset);
        }
    }

    private List<ObjectNode> next(int limit) {
        List<ObjectNode> found = new ArrayList<>(again);
        again.clear();
        waiting.values().stream().limit(limit).forEach(found::add);
        return backwards ? found.reversed() : found;
    }

    private <T> T locked(java.util.function.Supplier<T> change) {
        lock.lock();
        try {
            T result = change.get();
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
