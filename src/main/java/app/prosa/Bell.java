package app.prosa;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Rings when something may have changed. */
final class Bell {
    /** Not all that is waited for rings. */
    private static final long LOOK_MILLIS = 50;

    synchronized void ring() {
        notifyAll();
    }

    /**
     * Waits for the condition.
     *
     * @return whether it holds
     */
    boolean await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            synchronized (this) {
                wait(LOOK_MILLIS);
            }
        }
        return true;
    }
}
