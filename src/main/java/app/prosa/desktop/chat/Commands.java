package app.prosa.desktop.chat;

import app.prosa.desktop.FxThread;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the page asks of the engine, one after the other in the order in which it was asked, away
 * from the JavaFX thread. The outcome comes back on the JavaFX thread.
 */
final class Commands implements AutoCloseable {
    private final ExecutorService lane =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("chat-page").factory());
    private final Consumer<RuntimeException> onFailure;
    private volatile boolean closed;

    /**
     * @param onFailure on the JavaFX thread, for commands that name no own one
     */
    Commands(Consumer<RuntimeException> onFailure) {
        this.onFailure = onFailure;
    }

    void run(Runnable command) {
        run(
                () -> {
                    command.run();
                    return true;
                },
                done -> {});
    }

    <T> void run(Supplier<T> command, Consumer<T> onDone) {
        run(command, onDone, onFailure);
    }

    <T> void run(
            Supplier<T> command, Consumer<T> onDone, Consumer<RuntimeException> onThisFailure) {
        if (closed) {
            return; // asked by an event that was on its way when the page was closed
        }
        lane.execute(() -> {
            try {
                T result = command.get();
                FxThread.run(() -> onDone.accept(result));
            } catch (RuntimeException e) {
                // Nothing is swallowed: what a command may answer is said, all else logged
                // (Refusals).
                FxThread.run(() -> onThisFailure.accept(e));
            }
        });
    }

    /** Done when all that was asked for before is. */
    CompletableFuture<Void> idle() {
        return closed
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(() -> {}, lane);
    }

    /** The same, and on the JavaFX thread, after it was told there what came of each. */
    CompletableFuture<Void> told() {
        if (closed) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> told = new CompletableFuture<>();
        run(() -> true, done -> told.complete(null));
        return told;
    }

    /** Ends when what was asked before is done. */
    @Override
    public void close() {
        closed = true;
        lane.close();
    }
}
