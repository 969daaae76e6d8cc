package app.prosa.desktop;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The only way from another thread to the JavaFX application thread. Nobody ever waits for that
 * thread.
 */
public final class FxThread {
    private FxThread() {}

    /** Runs soon on the JavaFX thread; at once if this is it. */
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /**
     * Hands over states of which only the latest matters: the consumer runs at most once a pulse,
     * with what was submitted last. Nothing runs while nothing is submitted.
     *
     * @param <T> the state
     */
    public static final class Latest<T> {
        private final AtomicReference<@Nullable T> pending = new AtomicReference<>();
        private final Consumer<T> consumer;
        private final AnimationTimer pulse =
                new AnimationTimer() {
                    @Override
                    public void handle(long now) {
                        deliver();
                    }
                };

        public Latest(Consumer<T> consumer) {
            this.consumer = consumer;
        }

        /** From any thread. */
        public void submit(T state) {
            if (pending.getAndSet(state) == null) {
                run(pulse::start);
            }
        }

        private void deliver() {
            pulse.stop();
            T state = pending.getAndSet(null);
            if (state != null) {
                consumer.accept(state);
            }
        }
    }
}
