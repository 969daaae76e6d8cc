package app.prosa.channel.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** By the system's clock. After the computer has slept, what should have been done is done. */
public final class SystemTimers implements Timers {
    private static final Logger LOG = LoggerFactory.getLogger(SystemTimers.class);

    /**
     * The clock of a timer stands while the computer sleeps, so nothing is waited for in one piece
     * for longer than this.
     */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ScheduledThreadPoolExecutor executor;

    public SystemTimers() {
        executor =
                new ScheduledThreadPoolExecutor(
                        1,
                        Thread.ofPlatform().daemon().name("channel-timer").factory(),
                        // Whoever asks at the moment of the end need not know of it.
                        new ThreadPoolExecutor.DiscardPolicy());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public Timer at(Instant when, Runnable task) {
        Waiting waiting = new Waiting(when, task);
        waiting.look();
        return waiting;
    }

    /** A task and its time. */
    private final class Waiting implements Timer {
        private final Instant when;
        private final Runnable task;
        private boolean cancelled;
        private @Nullable ScheduledFuture<?> future;

        Waiting(Instant when, Runnable task) {
            this.when = when;
            this.task = task;
        }

        synchronized void look() {
            if (cancelled || executor.isShutdown()) {
                return;
            }
            Duration left = Duration.between(now(), when);
            if (left.isNegative() || left.isZero()) {
                Thread.ofVirtual().name("channel").start(this::run);
            } else {
                Duration wait = left.compareTo(LONGEST) < 0 ? left : LONGEST;
                future = executor.schedule(this::look, wait.toNanos(), TimeUnit.NANOSECONDS);
            }
        }

        private void run() {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.error("What was due failed", e);
            }
        }

        @Override
        public synchronized void cancel() {
            cancelled = true;
            if (future != null) {
                future.cancel(false);
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
