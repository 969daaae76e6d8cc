package app.prosa.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;

/** Work on the JavaFX thread that a measuring thread waits for. */
final class OnFx {
    private static final int PATIENCE_SECONDS = 60;

    private OnFx() {}

    static void run(Runnable action) {
        get(() -> {
            action.run();
            return true;
        });
    }

    static <T> T get(Supplier<T> action) {
        return CompletableFuture.supplyAsync(action, Platform::runLater)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /**
     * From an action until what it brings has been painted: the pulse after the one whose layout
     * made it so begins only when that one has been drawn. So up to a frame too long.
     *
     * @return milliseconds
     */
    static double millisToPainted(Scene scene, Runnable action, BooleanSupplier laidOut) {
        CompletableFuture<Long> painted = new CompletableFuture<>();
        Runnable[] check = new Runnable[1];
        check[0] =
                () -> {
                    if (laidOut.getAsBoolean()) {
                        scene.removePostLayoutPulseListener(check[0]);
                        atNextPulse(() -> painted.complete(System.nanoTime()));
                    }
                };
        long start =
                get(() -> {
                    scene.addPostLayoutPulseListener(check[0]);
                    long now = System.nanoTime();
                    action.run();
                    return now;
                });
        long end = painted.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        return (end - start) / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static void atNextPulse(Runnable action) {
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                action.run();
            }
        }.start();
    }
}
