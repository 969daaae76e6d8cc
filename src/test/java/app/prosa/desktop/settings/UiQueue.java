package app.prosa.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import app.prosa.desktop.Fx;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Stands for the JavaFX thread: what is handed over waits until the test runs it. */
public final class UiQueue implements Executor {
    private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable action) {
        waiting.add(action);
    }

    /** Runs what arrives until the condition holds. */
    public void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = waiting.poll(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertNotNull(next, "nothing happens any more");
            next.run();
        }
    }

    /** Runs what has arrived. */
    public void drain() {
        for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
            next.run();
        }
    }
}
