package app.prosa.channel.inbound;

import java.time.Duration;

/**
 * What comes in goes before its answers: a platform waits for its acknowledgement, and brings again
 * what it waited for too long, while nobody notices a second at an answer. Only for so long,
 * though: where it never grows quiet, answers are to be written all the same.
 */
public final class Rush {
    /** So many at once are no rush. */
    private static final int FEW = 4;

    private final long longest;
    private int comingIn;

    /**
     * @param longest how long an answer waits at most
     */
    public Rush(Duration longest) {
        this.longest = longest.toNanos();
    }

    /** Takes something in. */
    public void take(Runnable what) {
        add(1);
        try {
            what.run();
        } finally {
            add(-1);
        }
    }

    private synchronized void add(int more) {
        comingIn += more;
        letNextGo();
    }

    /** Returns when little is coming in, or after the longest time. */
    public synchronized void awaitQuiet() throws InterruptedException {
        long end = System.nanoTime() + longest;
        for (long left = longest; comingIn > FEW && left > 0; left = end - System.nanoTime()) {
            wait(left / 1_000_000 + 1);
        }
        letNextGo();
    }

    /** One after the other, as long as it is quiet. */
    private void letNextGo() {
        if (comingIn <= FEW) {
            notify();
        }
    }
}
