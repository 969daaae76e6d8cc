package app.prosa.conversation;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
     * @param commit stores the message and makes its turn, or finds the turn that a repeat belongs
     *     to
     */
    Turn enter(LaneKey key, Supplier<Turn> commit) {
        while (true) {
            Lane lane = lanes.computeIfAbsent(key, k -> new Lane());
            synchronized (lane) {
                if (lane.retired) {
                    continue;
                }
                try {
                    Turn turn = commit.get();
                    if (!turn.isOver() && live.putIfAbsent(turn.replyId(), turn) == null) {
                        lane.waiting.add(turn);
                        if (lane.running != null) {
                            turn.waits();
                        }
                    }
                    return turn;
                } finally {
                    startNext(key, lane);
                }
            }
        }
    }

    private void startNext(LaneKey key, Lane lane) {
        if (lane.running != null) {
            return;
        }
        Turn next = lane.waiting.poll();
        if (next == null) {
            lane.retired = true;
            lanes.remove(key, lane);
            return;
        }
        lane.running = next;
        next.start(() -> leave(key, lane, next));
    }

    private void leave(LaneKey key, Lane lane, Turn over) {
        live.remove(over.replyId());
        synchronized (lane) {
            lane.running = null;
            startNext(key, lane);
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
