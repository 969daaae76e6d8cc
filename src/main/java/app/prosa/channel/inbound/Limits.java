package app.prosa.channel.inbound;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.settings.channels.ChannelRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How many messages of one person, and of all of an account, are answered. Counted in memory, and
 * begun with what the store knows: there messages of a person count that were answered or not, and
 * of an account its answers, of which one may be to several messages.
 */
final class Limits {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_PEOPLE = 10_000;
    private static final int PARTS = 50;

    private final Timers timers;
    private final ChannelStore store;
    private final List<Part> parts = Stream.generate(Part::new).limit(PARTS).toList();

    /** Those whose names fall into one part, under its own lock: many write at once. */
    private static final class Part extends LinkedHashMap<Object, Deque<Instant>> {
        private static final long serialVersionUID = 1;

        Part() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Deque<Instant>> eldest) {
            return size() > MOST_PEOPLE / PARTS;
        }
    }

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

    /** Says what would become of a message. It is {@link #count counted} once it is stored. */
    Verdict ask(InboundMessage message, Address from, ChannelRules rules) {
        int hourly = rules.hourlyPerPerson();
        if (hourly > 0) {
            know(from, () -> wrote(message, from, hourly));
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

    private List<Instant> wrote(InboundMessage message, Address from, int most) {
        Correspondents all = store.correspondents();
        return all.isNew(message) ? List.of() : all.wrote(from, since(HOUR), most);
    }

    /** One more is answered. */
    void count(Address from, ChannelRules rules) {
        if (rules.hourlyPerPerson() > 0) {
            count(from);
        }
        if (rules.dailyAnswers() > 0) {
            count(from.account());
        }
    }

    private void count(Object whose) {
        Part part = part(whose);
        synchronized (part) {
            part.computeIfAbsent(whose, _ -> new ArrayDeque<>()).addLast(timers.now());
        }
    }

    private Part part(Object whose) {
        return parts.get(Math.floorMod(whose.hashCode(), PARTS));
    }

    private Instant since(Duration span) {
        return timers.now().minus(span);
    }

    /** Asks the store once, and nobody else waits for it. */
    private void know(Object whose, Supplier<List<Instant>> latestFirst) {
        if (!isKnown(whose)) {
            Deque<Instant> times = new ArrayDeque<>(latestFirst.get().reversed());
            Part part = part(whose);
            synchronized (part) {
                part.putIfAbsent(whose, times);
            }
        }
    }

    private boolean isKnown(Object whose) {
        Part part = part(whose);
        synchronized (part) {
            return part.containsKey(whose);
        }
    }

    private boolean isSpent(Object whose, int most, Duration within) {
        Part part = part(whose);
        synchronized (part) {
            Deque<Instant> times = most == 0 ? null : part.get(whose);
            return times != null && after(since(within), times).size() >= most;
        }
    }

    private static Deque<Instant> after(Instant since, Deque<Instant> times) {
        while (!times.isEmpty() && times.peekFirst().isBefore(since)) {
            times.removeFirst();
        }
        return times;
    }
}
