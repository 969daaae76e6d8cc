package app.prosa.channel.inbound;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.settings.channels.ChannelRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How many messages of one person, and of all of an account, are answered. Counted in memory, and
 * begun with what the store knows: there messages of a person count that were answered or not, and
 * of an account its answers, of which one may be to several messages.
 */
final class Limits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_PEOPLE = 10_000;

    private final Timers timers;
    private final ChannelStore store;
    private final Map<Object, Deque<Instant>> counted =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Object, Deque<Instant>> eldest) {
                    return size() > MOST_PEOPLE;
                }
            };

    Limits(Timers timers, ChannelStore store) {
        this.timers = timers;
        this.store = store;
    }

    /** What becomes of one more message. */
    enum Verdict {
        FINE,
        TOO_MANY,
        DAY_SPENT
    }

    /** Says what would become of one more. It is {@link #count counted} once it is stored. */
    Verdict ask(Address from, ChannelRules rules) {
        int hourly = rules.hourlyPerPerson();
        if (hourly > 0) {
            know(from, () -> store.correspondents().wrote(from, since(HOUR), hourly));
        }
        int daily = rules.dailyAnswers();
        String account = from.account();
        if (daily > 0) {
            know(account, () -> store.outbox().answered(account, since(DAY), daily));
        }
        if (isSpent(from, hourly, HOUR)) {
            return Verdict.TOO_MANY;
        }
        return isSpent(account, daily, DAY) ? Verdict.DAY_SPENT : Verdict.FINE;
    }

    /** One more is answered. */
    synchronized void count(Address from, ChannelRules rules) {
        Instant now = timers.now();
        if (rules.hourlyPerPerson() > 0) {
            counted.computeIfAbsent(from, _ -> new ArrayDeque<>()).addLast(now);
        }
        if (rules.dailyAnswers() > 0) {
            counted.computeIfAbsent(from.account(), _ -> new ArrayDeque<>()).addLast(now);
        }
    }

    private Instant since(Duration span) {
        return timers.now().minus(span);
    }

    /** Asks the store once, and nobody else waits for it. */
    private void know(Object whose, Supplier<List<Instant>> latestFirst) {
        if (!isKnown(whose)) {
            Deque<Instant> times = new ArrayDeque<>(latestFirst.get().reversed());
            synchronized (this) {
                counted.putIfAbsent(whose, times);
            }
        }
    }

    private synchronized boolean isKnown(Object whose) {
        return counted.containsKey(whose);
    }

    private synchronized boolean isSpent(Object whose, int most, Duration within) {
        Deque<Instant> times = most == 0 ? null : counted.get(whose);
        if (times == null) {
            return false;
        }
        Instant since = since(within);
        while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
            times.removeFirst();
        }
        return times.size() >= most;
    }
}
