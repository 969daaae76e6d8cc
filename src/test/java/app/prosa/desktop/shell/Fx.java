package app.prosa.desktop.shell;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/** The JavaFX thread, from a test. */
public final class Fx {
    private static final long PATIENCE_SECONDS = 30;
    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();

    static {
        try {
            Platform.startup(() -> STARTED.complete(null));
        } catch (IllegalStateException alreadyRuns) {
            STARTED.complete(null);
        }
        Platform.setImplicitExit(false);
    }

    private Fx() {}

    /** Starts the toolkit, if nothing has yet. */
    public static void start() throws Exception {
        STARTED.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Runs it there and waits for what it returns. */
    public static <T> T call(Callable<T> action) throws Exception {
        start();
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    public static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until it is so, asking once in every turn of the JavaFX thread. */
    public static void await(String what, BooleanSupplier condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It never came: " + what);
            }
        }
    }
}
