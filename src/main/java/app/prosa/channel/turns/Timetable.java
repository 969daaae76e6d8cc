package app.prosa.channel.turns;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.ConversationId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * When which conversation is to be looked at. The rows of the store are the truth; this is a clock.
 */
final class Timetable {
    private final Timers timers;
    private final Consumer<ConversationId> look;
    private final Map<ConversationId, Entry> entries = new HashMap<>();

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
        synchronized (this) {
            Entry before = entries.put(conversation, entry);
            if (before != null) {
                before.timer.cancel();
            }
            entry.timer = timers.at(at, () -> come(conversation, entry));
        }
    }

    /** At that time, or sooner where a sooner one is set. */
    synchronized void setNoLater(ConversationId conversation, Instant at) {
        Entry before = entries.get(conversation);
        if (before == null || before.at.isAfter(at)) {
            set(conversation, at);
        }
    }

    private void come(ConversationId conversation, Entry entry) {
        boolean mine;
        synchronized (this) {
            mine = entries.remove(conversation, entry);
        }
        if (mine) {
            look.accept(conversation);
        }
    }

    synchronized void clear() {
        entries.values().forEach(entry -> entry.timer.cancel());
        entries.clear();
    }
}
