package app.prosa.desktop;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** The JavaFX thread, from a test. */
public final class Fx {
    /** Only a test that fails waits as long; a machine may be many times slower than ours. */
    public static final int PATIENCE_SECONDS = 60;

    private static final CompletableFuture<Void> STARTED = new CompletableFuture<>();
    private static final AtomicReference<@Nullable Throwable> FAULT = new AtomicReference<>();

    static {
        try {
            Platform.startup(Fx::started);
        } catch (IllegalStateException alreadyRuns) {
            Platform.runLater(Fx::started);
        }
        Platform.setImplicitExit(false);
    }

    private static void started() {
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> FAULT.set(e));
        STARTED.complete(null);
    }

    private Fx() {}

    /** Starts the toolkit, if nothing has yet. */
    public static void start() throws Exception {
        STARTED.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /**
     * Runs it there and waits for what it returns.
     *
     * @throws AssertionError when something else has thrown there since the last call
     */
    public static <T> T call(Callable<T> action) throws Exception {
        start();
        Throwable fault = FAULT.getAndSet(null);
        if (fault != null) {
            throw new AssertionError("Thrown on the JavaFX thread before this", fault);
        }
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

    /** Waits until it is so; the line of the test says what. */
    public static void until(BooleanSupplier condition) throws Exception {
        await("what this line waits for", condition);
    }

    /** Waits until it is so, asking once a pulse. */
    public static void await(String what, BooleanSupplier condition) throws Exception {
        CompletableFuture<Boolean> seen = new CompletableFuture<>();
        AnimationTimer watch =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        try {
                            if (condition.getAsBoolean()) {
                                stop();
                                seen.complete(true);
                            }
                        } catch (Throwable e) {
                            stop();
                            seen.completeExceptionally(e);
                        }
                    }
                };
        run(watch::start);
        boolean came = seen.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).get();
        run(watch::stop);
        if (!came) {
            throw new AssertionError("It never came: " + what);
        }
    }
}
