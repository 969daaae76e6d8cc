package app.prosa.channel.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom the bot may write to, and what it wrote. Every method locks all. */
final class FakeChats {
    private final InstantSource clock;
    private final Map<Long, Long> lastIds = new HashMap<>();
    private final Map<Long, FakeDenial> closed = new HashMap<>();
    private final Map<Long, Deque<Instant>> times = new HashMap<>();
    private final Map<Long, String> drafts = new HashMap<>();
    private final List<FakeSent> sent = new ArrayList<>();
    private int most = Integer.MAX_VALUE;
    private Duration window = Duration.ZERO;

    FakeChats(InstantSource clock) {
        this.clock = clock;
    }

    /** The number of the next message in a chat, which is known from then on. */
    synchronized long nextId(long chat) {
        return lastIds.merge(chat, 1L, Long::sum);
    }

    /** Whoever has written may be written to. */
    synchronized void know(long chat) {
        lastIds.putIfAbsent(chat, 0L);
    }

    synchronized void close(long chat, FakeDenial error) {
        closed.put(chat, error);
    }

    synchronized void open(long chat) {
        closed.remove(chat);
    }

    synchronized void limit(int messages, Duration time) {
        most = messages;
        window = time;
    }

    synchronized List<FakeSent> sent() {
        return List.copyOf(sent);
    }

    synchronized Map<Long, String> drafts() {
        return Map.copyOf(drafts);
    }

    /** Says no when the bot may not write there now. */
    synchronized void check(long chat) {
        FakeDenial error = closed.get(chat);
        if (error != null) {
            throw new FakeRefusal(error.code(), error.description(), error.parameters());
        }
        if (!lastIds.containsKey(chat)) {
            throw FakeRefusal.bad("chat not found");
        }
    }

    synchronized FakeSent send(
            long chat, String text, String visible, boolean html, @Nullable Long replyTo) {
        slowDown(chat);
        FakeSent message = new FakeSent(chat, nextId(chat), text, visible, html, replyTo);
        sent.add(message);
        drafts.remove(chat);
        return message;
    }

    synchronized boolean hasMessage(long chat, long id) {
        return id > 0 && id <= lastIds.getOrDefault(chat, 0L);
    }

    synchronized void draft(long chat, String visible) {
        drafts.put(chat, visible);
    }

    private void slowDown(long chat) {
        Instant now = clock.instant();
        Deque<Instant> before = times.computeIfAbsent(chat, _ -> new ArrayDeque<>());
        before.removeIf(time -> !time.isAfter(now.minus(window)));
        if (before.size() >= most) {
            Duration wait = Duration.between(now, before.getFirst().plus(window));
            long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
            throw new FakeRefusal(
                    429,
                    "Too Many Requests: retry after " + seconds,
                    Map.of("retry_after", seconds));
        }
        before.add(now);
    }
}
