package app.prosa.bench;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/**
 * How evenly the window is drawn, and how long the JavaFX thread lets others wait, from its making
 * to its closing.
 */
final class FramePace implements AutoCloseable {
    private static final int BEAT_MILLIS = 5;

    // Both are touched on the JavaFX thread alone, until it is closed.
    private final Samples frames = new Samples();
    private final Samples waits = new Samples();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
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
        var _ = heart.scheduleAtFixedRate(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        long asked = System.nanoTime();
        Platform.runLater(() -> waits.add(millis(System.nanoTime() - asked)));
    }

    private static double millis(long nanos) {
        return nanos / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    @Override
    public void close() {
        heart.close();
        OnFx.run(timer::stop);
    }

    void print(String name) {
        System.out.println(spread(name + ", frames", frames));
        System.out.println(spread(name + ", JavaFX waits", waits));
    }

    private static String spread(String name, Samples samples) {
        return "%-28s median %9.1f ms   p99 %.1f   most %.1f   (%d)"
                .formatted(
                        name,
                        samples.median(),
                        samples.percentile(99),
                        samples.most(),
                        samples.count());
    }
}
