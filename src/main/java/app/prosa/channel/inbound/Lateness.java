package app.prosa.channel.inbound;

import app.prosa.settings.channels.ChannelRules;
import java.time.Duration;
import java.time.Instant;

/** What was written too long ago to be answered without asking the operator. */
final class Lateness {
    /** Whoever wrote longer ago does not sit before their telephone any more. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Lateness() {}

    /** Clocks are never quite the same; what was written before the switch counts as a backlog. */
    static boolean isLate(Instant sentAt, ChannelRules rules, Instant now) {
        Instant since = rules.since();
        return sentAt.isBefore(now.minus(PATIENCE)) || (since != null && sentAt.isBefore(since));
    }
}
