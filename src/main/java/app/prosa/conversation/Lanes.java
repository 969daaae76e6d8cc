package app.prosa.conversation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One turn at a time per conversation, in the order in which their messages were committed. */
final class Lanes {
    private final ConcurrentHashMap<LaneKey, Lane> lanes = new ConcurrentHashMap<>();

    /**
     * Apart from the lanes, whose monitors are held during commits: the window asks without
     * waiting.
     */
    private final ConcurrentHashMap<MessageId, Turn> live = new ConcurrentHashMap<>();

    /** The turns of one conversation; used and forgotten under its own monitor. */
    private static final class Lane {
        final Deque<Turn> waiting = new ArrayDeque<>();
        @Nullable Turn running;
        boolean retired;
    }

    /**
     * Commits and queues as one step, so that turns run in the order of the commits.
     *
     * @param commit stores what there is to store
     * @param turnOf what {@code commit} returned: the turn that it began, or that a repeat belongs
     *     to, or null
     */
    <T> Entered<T> enter(LaneKey key, Supplier<T> commit, Function<T, @Nullable Turn> turnOf) {
        while (true) {
            Lane lane = lanes.computeIfAbsent(key, k -> new Lane());
            synchronized (lane) {
                if (lane.retired) {
                    continue;
                }
                boolean done = false;
                try {
                    T committed = commit.get();
                    queue(lane, turnOf.apply(committed));
                    done = true;
                    return new Entered<>(committed, next(key, lane));
                } finally {
                    if (!done) {
                        var _ = next(key, lane);
                    }
                }
            }
        }
    }

    /**
     * What was committed, and the turn that may run now; whoever entered has to see to it that it
     * does.
     *
     * @param turn null where another one has to end first, or there is none
     */
    record Entered<T>(T committed, @Nullable Runnable turn) {}

    private void queue(Lane lane, @Nullable Turn turn) {
        if (turn == null || turn.isOver() || live.putIfAbsent(turn.replyId(), turn) != null) {
            return;
        }
        lane.waiting.add(turn);
        if (lane.running != null) {
            turn.waits();
        }
    }

    /** The turn that may run now, under the lane's monitor. */
    private @Nullable Runnable next(LaneKey key, Lane lane) {
        if (lane.running != null) {
            return null;
        }
        Turn next = lane.waiting.poll();
        if (next == null) {
            lane.retired = true;
            lanes.remove(key, lane);
            return null;
        }
        lane.running = next;
        return () -> next.run(() -> leave(key, lane, next));
    }

    private void leave(LaneKey key, Lane lane, Turn over) {
        live.remove(over.replyId());
        synchronized (lane) {
            lane.running = null;
            start(next(key, lane));
        }
    }

    /** Gives a turn a thread of its own. */
    static void start(@Nullable Runnable turn) {
        if (turn != null) {
            Thread.ofVirtual().name("turn").start(turn);
        }
    }

    /** Every turn that is not over, in no order. Waits for nobody. */
    Collection<Turn> live() {
        return live.values();
    }

    /** The turn that writes this reply, if it is not over. Waits for nobody. */
    Optional<Turn> writing(MessageId reply) {
        return Optional.ofNullable(live.get(reply));
    }
}
