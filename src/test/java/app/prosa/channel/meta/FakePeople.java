package app.prosa.channel.meta;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wrote when on one platform, and what was written to them. Every method locks all. */
final class FakePeople {
    static final Duration A_DAY = Duration.ofHours(24);
    static final Duration A_WEEK = Duration.ofDays(7);

    private final InstantSource clock;
    private final Map<String, Instant> wrote = new HashMap<>();
    private final Map<String, Set<String>> messages = new HashMap<>();
    private final Map<String, Deque<Instant>> times = new HashMap<>();
    private final Map<String, GraphFault.Denial> closed = new HashMap<>();
    private final List<GraphSent> sent = new ArrayList<>();
    private int most = Integer.MAX_VALUE;
    private Duration window = Duration.ZERO;

    FakePeople(InstantSource clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized void wrote(String person, String messageId) {
        wrote.put(person, clock.instant());
        messages.computeIfAbsent(person, _ -> new HashSet<>()).add(messageId);
    }

    synchronized boolean isKnown(String person) {
        return wrote.containsKey(person);
    }

    /** Whether the person wrote less than so long ago. */
    synchronized boolean wroteWithin(String person, Duration time) {
        Instant at = wrote.get(person);
        return at != null && clock.instant().isBefore(at.plus(time));
    }

    /** Whether it is a message of the conversation, from either side. */
    synchronized boolean hasMessage(String person, String id) {
        return messages.getOrDefault(person, Set.of()).contains(id);
    }

    /** Whether a person wrote it. */
    synchronized boolean isTheirs(String id) {
        return messages.values().stream().anyMatch(ids -> ids.contains(id))
                && sent.stream().noneMatch(message -> message.id().equals(id));
    }

    synchronized void close(String person, GraphFault.Denial error) {
        closed.put(person, error);
    }

    synchronized void open(String person) {
        closed.remove(person);
    }

    synchronized GraphFault.@Nullable Denial closed(String person) {
        return closed.get(person);
    }

    synchronized void limit(int count, Duration time) {
        most = count;
        window = time;
    }

    /** Notes a message, unless there were too many. */
    synchronized boolean take(GraphSent message) {
        Instant now = clock.instant();
        Deque<Instant> before = times.computeIfAbsent(message.to(), _ -> new ArrayDeque<>());
        before.removeIf(time -> !time.isAfter(now.minus(window)));
        if (before.size() >= most) {
            return false;
        }
        before.add(now);
        sent.add(message);
        messages.computeIfAbsent(message.to(), _ -> new HashSet<>()).add(message.id());
        return true;
    }

    synchronized List<GraphSent> sent() {
        return List.copyOf(sent);
    }
}
