package app.prosa.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * How evenly the window is drawn, and how long the JavaFX thread lets others wait, from its making
 * to its end. Beside it, how late a thread is that has nothing to do: what the machine alone is to
 * blame for.
 */
final class FramePace {
    private static final long BEAT = TimeUnit.MILLISECONDS.toNanos(5);

    // Both are touched on the JavaFX thread alone, until it ended.
    private final Samples frames = new Samples();
    private final Samples waits = new Samples();

    /** Touched on the heart's own thread, until it ended. */
    private final Samples late = new Samples();

    private final Thread heart = Thread.ofPlatform().name("bench-heart").unstarted(this::beat);
    private final long collecting = Footprint.collecting();
    private volatile boolean ended;

    private final AnimationTimer timer =
            new AnimationTimer() {
                private long before;

                @Override
                public void handle(long unused) {
                    long now = System.nanoTime();
                    if (before != 0) {
                        frames.add(millis(now - before));
                    }
                    before = now;
                }
            };

    FramePace() {
        OnFx.run(timer::start);
        heart.start();
    }

    private void beat() {
        long due = System.nanoTime();
        while (!ended) {
            due += BEAT;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            long asked = System.nanoTime();
            late.add(millis(asked - due));
            // Beats that were missed are not made up for.
            due = Math.max(due, asked - BEAT);
            Platform.runLater(() -> waits.add(millis(System.nanoTime() - asked)));
        }
    }

    private static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    void end() throws InterruptedException {
        ended = true;
        heart.join();
        OnFx.run(timer::stop);
    }

    void print(String name) {
        System.out.println(frames.line(name + ", frames", "ms"));
        System.out.println(waits.line(name + ", JavaFX waits", "ms"));
        System.out.println(late.line("an idle thread, late by", "ms"));
        System.out.printf(
                "%-28s %16d ms in all%n", "garbage collector", Footprint.collecting() - collecting);
    }
}
