package app.prosa.channel.turns;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.ConversationId;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * When which conversation is to be looked at. The rows of the store are the truth; this is a clock.
 */
final class Timetable {
    /**
     * Not one for all: where many wait for one lock, each has to be woken before the next may have
     * it, and in a burst of messages that took most of the time.
     */
    private static final int LOCKS = 256;

    private final Timers timers;
    private final Consumer<ConversationId> look;
    private final ConcurrentMap<ConversationId, Entry> entries = new ConcurrentHashMap<>();
    private final Object[] locks = Stream.generate(Object::new).limit(LOCKS).toArray();

    Timetable(Timers timers, Consumer<ConversationId> look) {
        this.timers = timers;
        this.look = look;
    }

    /** A conversation's place. */
    private static final class Entry {
        final Instant at;
        Timers.Timer timer = Timers.Timer.NONE;

        Entry(Instant at) {
            this.at = at;
        }
    }

    /** At that time, and at no other that was set before. */
    void set(ConversationId conversation, Instant at) {
        Entry entry = new Entry(at);
        synchronized (lock(conversation)) {
            Entry before = entries.put(conversation, entry);
            if (before != null) {
                before.timer.cancel();
            }
            entry.timer = timers.at(at, () -> come(conversation, entry));
        }
    }

    /** At that time, or sooner where a sooner one is set. */
    void setNoLater(ConversationId conversation, Instant at) {
        synchronized (lock(conversation)) {
            Entry before = entries.get(conversation);
            if (before == null || before.at.isAfter(at)) {
                set(conversation, at);
            }
        }
    }

    private Object lock(ConversationId conversation) {
        return locks[Math.floorMod(conversation.hashCode(), LOCKS)];
    }

    private void come(ConversationId conversation, Entry entry) {
        if (entries.remove(conversation, entry)) {
            look.accept(conversation);
        }
    }

    void clear() {
        entries.values().forEach(entry -> entry.timer.cancel());
        entries.clear();
    }
}
