package app.prosa.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** The JavaFX thread in a test. */
final class Fx {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static boolean started;

    private Fx() {}

    static synchronized void start() throws InterruptedException {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
        } catch (IllegalStateException alreadyStarted) {
            up.countDown();
        }
        assertTrue(up.await(PATIENCE.toSeconds(), TimeUnit.SECONDS), "JavaFX starts");
        Platform.setImplicitExit(false);
        started = true;
    }

    static <T> T call(Callable<T> action) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(action.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    static void run(Runnable action) throws Exception {
        call(() -> {
            action.run();
            return true;
        });
    }

    /** Waits, pulse by pulse, for what becomes true on the JavaFX thread. */
    static void await(String what, BooleanSupplier condition) throws Exception {
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
                        } catch (RuntimeException e) {
                            stop();
                            seen.completeExceptionally(e);
                        }
                    }
                };
        run(watch::start);
        boolean came = seen.completeOnTimeout(false, PATIENCE.toSeconds(), TimeUnit.SECONDS).get();
        run(watch::stop);
        assertTrue(came, what);
    }
}
