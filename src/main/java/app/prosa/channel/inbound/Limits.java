package app.prosa.channel.inbound;

import app.prosa.channel.time.Timers;
import app.prosa.settings.channels.ChannelRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many messages of one person, and of all of an account, are answered. Counted in memory: a
 * restart forgives, and a repeat may be counted twice.
 */
final class Limits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_PEOPLE = 10_000;

    private final Timers timers;
    private final Map<Object, Deque<Instant>> asked =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Object, Deque<Instant>> eldest) {
                    return size() > MOST_PEOPLE;
                }
            };

    Limits(Timers timers) {
        this.timers = timers;
    }

    /** What becomes of one more message. */
    enum Verdict {
        FINE,
        TOO_MANY,
        DAY_SPENT
    }

    /**
     * Counts one more.
     *
     * @param who by account and chat
     */
    synchronized Verdict ask(Who who, ChannelRules rules) {
        if (isSpent(who, rules.hourlyPerPerson(), HOUR)) {
            return Verdict.TOO_MANY;
        }
        return isSpent(who.account(), rules.dailyAnswers(), DAY) ? Verdict.DAY_SPENT : Verdict.FINE;
    }

    /** Somebody, or some group. */
    record Who(String account, String chatId) {}

    private boolean isSpent(Object whose, int most, Duration within) {
        if (most == 0) {
            return false;
        }
        Instant now = timers.now();
        Deque<Instant> times = asked.computeIfAbsent(whose, _ -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst().isBefore(now.minus(within))) {
            times.removeFirst();
        }
        if (times.size() >= most) {
            return true;
        }
        times.addLast(now);
        return false;
    }
}
