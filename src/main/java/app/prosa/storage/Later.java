package app.prosa.storage;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Does something a while after it was asked for: once for all who ask meanwhile. */
final class Later {
    private final Executor executor;
    private final Runnable task;
    private final AtomicBoolean awaited = new AtomicBoolean();

    /**
     * @param where has the task done when it is time
     */
    Later(Duration delay, Executor where, Runnable task) {
        this.executor =
                CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, where);
        this.task = task;
    }

    void ask() {
        if (awaited.compareAndSet(false, true)) {
            executor.execute(this::run);
        }
    }

    private void run() {
        awaited.set(false); // whoever asks from here on may be too late for this time
        task.run();
    }
}
