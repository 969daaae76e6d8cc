package app.prosa.channel.switchboard;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Standing;
import app.prosa.settings.channels.ChannelFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of a channel's traffic. */
final class Facts {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST = 1_000;

    private final ChannelStore store;
    private final Timers timers;

    /** By account: what a line saw itself is newer, and this never changes. */
    private final Map<String, Before> before = new ConcurrentHashMap<>();

    /** When somebody was last heard, and something last sent, as far as it is in the store. */
    private record Before(Optional<Instant> in, Optional<Instant> out) {}

    Facts(ChannelStore store, Timers timers) {
        this.store = store;
        this.timers = timers;
    }

    ChannelFacts of(Line line) {
        return line.connected()
                .map(connected -> of(line, connected.channel().route().account()))
                .orElseGet(() ->
                        new ChannelFacts(
                                line.lastIn(), line.lastOut(), line.forged(), 0, 0, 0, 0, 0));
    }

    private ChannelFacts of(Line line, String account) {
        Outbox.Counts counts = store.outbox().counts(account, timers.now().minus(LATELY));
        List<Correspondent> waiting =
                store.correspondents().waiting(MOST).stream()
                        .filter(who -> who.address().account().equals(account))
                        .toList();
        int quarantined =
                (int) waiting.stream().filter(w -> w.standing() == Standing.WAITING).count();
        int backlog =
                waiting.stream()
                        .filter(w -> w.standing() == Standing.ADMITTED)
                        .mapToInt(Correspondent::held)
                        .sum();
        Before start = before.computeIfAbsent(account, this::before);
        return new ChannelFacts(
                since(line.lastIn(), start.in),
                since(line.lastOut(), start.out),
                line.forged(),
                counts.failed(),
                counts.unknown(),
                counts.waiting(),
                quarantined,
                backlog);
    }

    private Before before(String account) {
        return new Before(
                store.correspondents().lastHeard(account), store.outbox().lastSent(account));
    }

    private static @Nullable Instant since(@Nullable Instant start, Optional<Instant> before) {
        return start == null ? before.orElse(null) : start;
    }
}
