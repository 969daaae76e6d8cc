package app.prosa.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An answer that is being written, and who waits for more of it. */
final class FakeTurn {
    enum State {
        STREAMING,
        COMPLETE,
        FAILED,
        INTERRUPTED;

        boolean broughtNothing() {
            return this == FAILED || this == INTERRUPTED;
        }
    }

    /** The id of the user's message. */
    final String asked;

    final FakeMessage reply;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition more = lock.newCondition();
    private String text = "";
    private State state = State.STREAMING;

    FakeTurn(String asked, FakeMessage reply) {
        this.asked = asked;
        this.reply = reply;
    }

    void add(String piece) {
        change(text + piece, State.STREAMING);
    }

    void end(State end) {
        change(text, end);
    }

    private void change(String newText, State newState) {
        lock.lock();
        try {
            if (state == State.STREAMING) {
                text = newText;
                state = newState;
                more.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What there is, once there is more than that or it is over. */
    Now awaitMoreThan(int length) throws InterruptedException {
        lock.lock();
        try {
            while (text.length() <= length && state == State.STREAMING) {
                more.await(1, TimeUnit.SECONDS);
            }
            return new Now(text, state);
        } finally {
            lock.unlock();
        }
    }

    /** Waits so long, or until somebody ends it. */
    void awaitEnd(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (state == State.STREAMING && left > 0) {
                left = more.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    Now now() {
        lock.lock();
        try {
            return new Now(text, state);
        } finally {
            lock.unlock();
        }
    }

    record Now(String text, State state) {}
}
