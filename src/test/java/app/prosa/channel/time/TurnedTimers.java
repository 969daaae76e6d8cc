package app.prosa.channel.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A clock that stands until a test turns it. */
public final class TurnedTimers implements Timers {
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final List<Waiting> waiting = new ArrayList<>();
    private final Consumer<Runnable> begin;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicLong asked = new AtomicLong();

    private TurnedTimers(Consumer<Runnable> begin) {
        this.begin =
                task -> {
                    underWay.incrementAndGet();
                    begin.accept(() -> play(task));
                };
    }

    private void play(Runnable task) {
        try {
            task.run();
        } finally {
            underWay.decrementAndGet();
        }
    }

    /** What is due is done on a thread of its own, as in earnest. */
    public TurnedTimers() {
        this(Thread::startVirtualThread);
    }

    /** What is due is done before whoever asked for it goes on. */
    public static TurnedTimers doneAtOnce() {
        return new TurnedTimers(Runnable::run);
    }

    /** No record: two of the same are two. */
    private static final class Waiting {
        final Instant at;
        final Runnable task;

        Waiting(Instant at, Runnable task) {
            this.at = at;
            this.task = task;
        }
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized Timer at(Instant when, Runnable task) {
        asked.incrementAndGet();
        Waiting one = new Waiting(when, task);
        if (when.isAfter(now)) {
            waiting.add(one);
        } else {
            begin.accept(task);
        }
        return () -> cancel(one);
    }

    private synchronized void cancel(Waiting one) {
        waiting.remove(one);
    }

    /** The times of what waits, the earliest first. */
    public synchronized List<Instant> waiting() {
        return waiting.stream().map(one -> one.at).sorted().toList();
    }

    /** How much of what was due is not done yet. */
    public int underWay() {
        return underWay.get();
    }

    /** How often something was to be done later, or at once. */
    public long asked() {
        return asked.get();
    }

    /**
     * Lets time pass until something is due.
     *
     * @return false, and nothing has changed, where that is not before the end
     */
    public synchronized boolean turnToNext(Instant end) {
        Instant next = waiting.stream().map(one -> one.at).min(Instant::compareTo).orElse(end);
        if (!next.isBefore(end)) {
            return false;
        }
        turn(next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO);
        return true;
    }

    /** Lets time pass. What becomes due begins. */
    public synchronized void turn(Duration time) {
        now = now.plus(time);
        List<Waiting> due =
                waiting.stream()
                        .filter(one -> !one.at.isAfter(now))
                        .sorted(Comparator.comparing(one -> one.at))
                        .toList();
        waiting.removeAll(due);
        due.forEach(one -> begin.accept(one.task));
    }

    @Override
    public synchronized void close() {
        waiting.clear();
    }
}
