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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a channel's traffic. */
record Facts(ChannelStore store, Timers timers) {
    private static final Duration LATELY = Duration.ofDays(7);
    private static final int MOST = 1_000;

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
        return new ChannelFacts(
                since(line.lastIn(), () -> store.correspondents().lastHeard(account)),
                since(line.lastOut(), () -> store.outbox().lastSent(account)),
                line.forged(),
                counts.failed(),
                counts.unknown(),
                counts.waiting(),
                quarantined,
                backlog);
    }

    /** Before the program was started, if not since. */
    private static @Nullable Instant since(
            @Nullable Instant start, Supplier<Optional<Instant>> before) {
        return start == null ? before.get().orElse(null) : start;
    }
}
