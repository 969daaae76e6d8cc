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
        Timers.Timer timer = Timers.Timer.NONE;
    }

    /** At that time, and at no other that was set before. */
    void set(ConversationId conversation, Instant at) {
        Entry entry = new Entry();
        synchronized (this) {
            Entry before = entries.put(conversation, entry);
            if (before != null) {
                before.timer.cancel();
            }
            entry.timer = timers.at(at, () -> come(conversation, entry));
        }
    }

    /** At that time, unless one is set. */
    void setIfAbsent(ConversationId conversation, Instant at) {
        boolean absent;
        synchronized (this) {
            absent = !entries.containsKey(conversation);
        }
        if (absent) {
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
