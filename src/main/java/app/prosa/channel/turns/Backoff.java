package app.prosa.channel.turns;

import app.prosa.conversation.Failure;
import java.time.Duration;

/** When a model that gave no answer is asked again. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private Backoff() {}

    /**
     * @param tries how often it was asked, at least 1
     */
    static Duration after(Failure failure, int tries) {
        Duration grown = FIRST.multipliedBy(1L << (2 * Math.min(tries - 1, 6)));
        Duration asked = failure.retryAfter();
        Duration least = asked != null && asked.compareTo(grown) > 0 ? asked : grown;
        return least.compareTo(LONGEST) < 0 ? least : LONGEST;
    }

    /** Whether another try may end otherwise, without anybody doing anything. */
    static boolean helps(Failure.Kind kind) {
        return switch (kind) {
            case RATE_LIMITED, NETWORK, CONNECTION_LOST, TIMEOUT, SERVER, PROGRAM_ENDED -> true;
            case NO_MODEL,
                    NO_KEY,
                    KEY_REFUSED,
                    NO_SUCH_MODEL,
                    QUOTA_SPENT,
                    CONTEXT_TOO_LONG,
                    CONTENT_REFUSED,
                    BAD_REQUEST,
                    INTERNAL ->
                    false;
        };
    }
}
