package app.prosa.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Work on the JavaFX thread that the training waits for. */
final class Fx {
    private static final int PATIENCE_SECONDS = 60;

    private Fx() {}

    /** Whether the program has started its toolkit; nothing else may be asked before. */
    static boolean isThere() {
        try {
            Platform.runLater(() -> {});
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

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
}
