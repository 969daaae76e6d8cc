package app.prosa.storage;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * One at a time. Whoever comes while somebody is inside leaves their work at the door, and who is
 * inside does it on the way out: otherwise each of those that wait would have to be woken before
 * the next could go in, which on a busy machine takes a hundred times as long as the work.
 */
final class Turnstile {
    /** So much is done for others by whoever has only short work of their own. */
    private static final int FEW = 8;

    /** And by those who have time. */
    private static final int MANY = 100;

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Left<?>> left = new ConcurrentLinkedQueue<>();

    /** What takes longer, and is never left to somebody else. */
    interface Section<T> {
        T run() throws SQLException;
    }

    private record Left<T>(Supplier<T> work, CompletableFuture<T> outcome) {
        void run() {
            try {
                outcome.complete(work.get());
            } catch (RuntimeException | Error e) {
                outcome.completeExceptionally(e);
            }
        }
    }

    /**
     * Does some short work, here or on the thread that is inside.
     *
     * @throws RuntimeException what the work throws
     */
    <T> T pass(Supplier<T> work) {
        if (lock.isHeldByCurrentThread()) {
            return work.get();
        }
        if (lock.tryLock()) {
            try {
                return work.get();
            } finally {
                leave(FEW);
            }
        }
        Left<T> mine = new Left<>(work, new CompletableFuture<>());
        left.add(mine);
        if (lock.tryLock()) { // whoever was inside may have looked before it was left
            leave(FEW);
        }
        return StoreThreads.await(mine.outcome);
    }

    /** Does some short work here, if nobody is inside. */
    <T> Optional<T> tryPass(Supplier<Optional<T>> work) {
        if (!lock.tryLock()) {
            return Optional.empty();
        }
        try {
            return work.get();
        } finally {
            leave(FEW);
        }
    }

    /** Waits until nobody is inside; nobody comes in before this returns. */
    <T> T stay(Section<T> section) throws SQLException {
        lock.lock();
        try {
            return section.run();
        } finally {
            leave(MANY);
        }
    }

    private void leave(int most) {
        if (lock.getHoldCount() > 1) {
            lock.unlock(); // and is still inside
            return;
        }
        try {
            drain(most);
        } finally {
            lock.unlock();
        }
        if (!left.isEmpty()) {
            Thread.startVirtualThread(this::doWhatIsLeft);
        }
    }

    /** What was left while the last one inside was about to go, or was too much for them. */
    private void doWhatIsLeft() {
        while (!left.isEmpty() && lock.tryLock()) {
            try {
                drain(MANY);
            } finally {
                lock.unlock();
            }
        }
    }

    private void drain(int most) {
        Left<?> next;
        for (int done = 0; done < most && (next = left.poll()) != null; done++) {
            next.run();
        }
    }
}
