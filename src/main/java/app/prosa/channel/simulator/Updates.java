package app.prosa.channel.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The updates that wait until the hub asks for them. */
final class Updates {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final TreeMap<Long, ObjectNode> waiting = new TreeMap<>();
    private boolean closed;

    void add(long id, ObjectNode update) {
        lock.lock();
        try {
            waiting.put(id, update);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for updates.
     *
     * @param offset the first that is wanted: those before it are forgotten
     */
    List<ObjectNode> poll(long offset, long seconds) throws InterruptedException {
        lock.lock();
        try {
            waiting.headMap(offset).clear();
            long left = TimeUnit.SECONDS.toNanos(seconds);
            while (waiting.isEmpty() && left > 0 && !closed) {
                left = changed.awaitNanos(left);
            }
            return List.copyOf(waiting.values());
        } finally {
            lock.unlock();
        }
    }

    boolean isEmpty() {
        lock.lock();
        try {
            return waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
