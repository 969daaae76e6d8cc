package app.prosa.channel.switchboard;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Outbox;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the outbox forget how messages went out that nobody asks about any more. The messages stay
 * in their conversations.
 */
final class Forgetting {
    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);

    static final Duration KEPT = Duration.ofDays(90);
    static final Duration EVERY = Duration.ofDays(1);

    /** A start has other things to do. */
    static final Duration FIRST = Duration.ofMinutes(5);

    /** Whoever writes meanwhile is let in between. */
    static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final Timers timers;

    Forgetting(Outbox outbox, Timers timers) {
        this.outbox = outbox;
        this.timers = timers;
    }

    /** Ends with the timers. */
    void begin() {
        timers.at(timers.now().plus(FIRST), this::forget);
    }

    private void forget() {
        Duration pause = EVERY;
        try {
            boolean more = outbox.purge(timers.now().minus(KEPT)) > 0;
            pause = more ? BETWEEN : EVERY;
        } catch (StoreException e) {
            LOG.warn("What was sent long ago is forgotten another day: {}", e.getMessage());
        } finally {
            timers.at(timers.now().plus(pause), this::forget);
        }
    }
}
