package app.prosa.conversation;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what has arrived of each reply every second, so that a crash loses no more than that. Not
 * done by the turns' own threads: those may be interrupted, and an interrupt in the middle of a
 * write closes the database's file. Does nothing, and wakes nobody, while no turn runs.
 */
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long EVERY_NANOS = 1_000_000_000;

    /** So that a thousand turns are kept one after the other and not all in the same moment. */
    private static final long LOOK_MILLIS = 100;

    private final ConversationStore store;
    private final Supplier<? extends Iterable<Turn>> turns;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("checkpoints").factory());
    private @Nullable ScheduledFuture<?> ticking;

    Checkpoints(ConversationStore store, Supplier<? extends Iterable<Turn>> turns) {
        this.store = store;
        this.turns = turns;
    }

    synchronized void wake() {
        if (ticking == null && !timer.isShutdown()) {
            ticking =
                    timer.scheduleWithFixedDelay(
                            this::tick, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        boolean any = false;
        for (Turn turn : turns.get()) {
            any = true;
            keep(turn);
        }
        if (!any) {
            rest();
        }
    }

    private synchronized void rest() {
        if (ticking != null && !turns.get().iterator().hasNext()) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void keep(Turn turn) {
        ReplyBuffer buffer = turn.buffer();
        Partial partial = buffer == null ? null : buffer.unkept(EVERY_NANOS);
        if (partial != null) {
            try {
                store.checkpoint(partial.messageId(), partial.text(), partial.reasoning());
            } catch (StoreException e) {
                LOG.warn("Could not keep the reply so far: {}", e.getMessage());
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
