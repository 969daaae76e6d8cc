package app.prosa.channel.outbound;

import app.prosa.channel.Refusal;
import app.prosa.conversation.delivery.Part;
import java.time.Duration;
import java.time.Instant;

/** For how long a platform that cannot is asked again. */
final class Patience {
    private static final Duration MOST = Duration.ofHours(24);
    private static final Duration FIRST = Duration.ofSeconds(1);

    /** So much later than the platform is back, an answer may come. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private static final int MOST_DOUBLINGS = 12;

    private Patience() {}

    static boolean isOver(Part part, Instant now) {
        return now.isAfter(part.createdAt().plus(MOST));
    }

    /**
     * @param tries how often it was sent, at least 1
     */
    static Duration after(Refusal.Retry retry, int tries) {
        Duration grown = FIRST.multipliedBy(1L << Math.min(Math.max(tries - 1, 0), MOST_DOUBLINGS));
        Duration bounded = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
        Duration asked = retry.after();
        return asked != null && asked.compareTo(bounded) > 0 ? asked : bounded;
    }
}
