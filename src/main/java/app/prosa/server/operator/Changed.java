package app.prosa.server.operator;

import app.prosa.conversation.ConversationId;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which conversations changed lately, and when. The store knows by itself only of those in which
 * something was said: a new title or mode leaves no time behind.
 */
final class Changed {
    private static final int MOST = 10_000;

    /** Everything that changed from then on is here. */
    private Instant complete;

    private final Map<ConversationId, Instant> last = new LinkedHashMap<>(64, 0.75f, true);

    /**
     * @param began when it began to be told
     */
    Changed(Instant began) {
        complete = began;
    }

    /** Whether nothing is missing that changed since. */
    synchronized boolean knows(Instant from) {
        return !from.isBefore(complete);
    }

    synchronized void add(ConversationId id, Instant now) {
        last.put(id, now);
        if (last.size() > MOST) {
            forgetOldest();
        }
    }

    private void forgetOldest() {
        Iterator<Instant> times = last.values().iterator();
        complete = times.next().plusMillis(1);
        times.remove();
    }

    synchronized List<ConversationId> since(Instant from) {
        return last.entrySet().stream()
                .filter(entry -> !entry.getValue().isBefore(from))
                .map(Map.Entry::getKey)
                .toList();
    }
}
