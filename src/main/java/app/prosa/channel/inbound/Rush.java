package app.prosa.channel.inbound;

import java.time.Duration;
import java.util.Arrays;

/**
 * What comes in goes before its answers: a platform waits for its acknowledgement, and brings again
 * what it waited for too long, while nobody notices a second at an answer. Only for so long,
 * though: where it never grows quiet, answers are to be written all the same.
 */
public final class Rush {
    /** So many at once are no rush. */
    private static final int FEW = 4;

    private final long longest;
    private final long shortly;

    /** When the last ones came in, in turn. */
    private final long[] arrivals = new long[8];

    private int oldest;
    private int comingIn;

    /**
     * @param longest how long an answer waits at most
     * @param shortly eight within this time are a rush too
     */
    public Rush(Duration longest, Duration shortly) {
        this.longest = longest.toNanos();
        this.shortly = shortly.toNanos();
        Arrays.fill(arrivals, System.nanoTime() - this.shortly);
    }

    /** Takes something in. */
    public void take(Runnable what) {
        begin();
        try {
            what.run();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        arrivals[oldest] = System.nanoTime();
        oldest = (oldest + 1) % arrivals.length;
        comingIn++;
    }

    private synchronized void end() {
        comingIn--;
        if (comingIn == FEW) {
            notify(); // one of those who wait has to look when it will be quiet
        } else {
            letNextGo();
        }
    }

    /** Returns when little is coming in, or after the longest time. */
    public synchronized void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + longest;
        for (long left = longest; left > 0 && isRush(); left = end - System.nanoTime()) {
            long more = comingIn > FEW ? left : Math.min(left, untilQuiet());
            wait(more / 1_000_000 + 1);
        }
        letNextGo();
    }

    private boolean isRush() {
        return comingIn > FEW || untilQuiet() > 0;
    }

    /** In nanoseconds, if nothing more comes in. */
    private long untilQuiet() {
        return arrivals[oldest] + shortly - System.nanoTime();
    }

    /** One after the other, as long as it is quiet. */
    private void letNextGo() {
        if (!isRush()) {
            notify();
        }
    }
}
