package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The platform threads on which SQL runs.
 *
 * <p>Stopping a reply interrupts its thread. An interrupt that meets H2 while it reads its file
 * closes the file's channel and with it the whole database, and one that meets a virtual thread on
 * a socket closes the connection. Here no interrupt arrives: the caller waits for the end of the
 * transaction and finds its interrupt status as it was.
 */
final class StoreThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 10;
    private static final int CLOSE_SECONDS = 30;

    private final ThreadPoolExecutor executor;

    /**
     * @param name what their names begin with
     */
    StoreThreads(String name, int count) {
        executor =
                new ThreadPoolExecutor(
                        count,
                        count,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        Thread.ofPlatform().name(name, 0).daemon().factory());
        executor.allowCoreThreadTimeOut(true);
    }

    /** Calls and waits, however often the waiting thread is interrupted. */
    <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        execute(task);
        return await(task);
    }

    /**
     * @throws StoreException after {@link #close}
     */
    void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException e) {
            throw new StoreException(StoreException.Cause.UNAVAILABLE, "use after close", e);
        }
    }

    /** Waits for the end, however often the waiting thread is interrupted. */
    static <T> T await(Future<T> future) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unchecked(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(@Nullable Throwable thrown) {
        return switch (thrown) {
            case RuntimeException e -> e;
            case Error e -> throw e;
            case null, default -> new IllegalStateException(thrown);
        };
    }

    /** Lets what was begun end. */
    @Override
    public void close() {
        executor.shutdown();
        boolean interrupted = Thread.interrupted();
        try {
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
