package app.prosa.server.operator;

import app.prosa.conversation.ConversationId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which conversations changed lately, and when. The store knows by itself only of those in which
 * something was said: a new title or mode leaves no time behind.
 */
final class Changed {
    private static final int MOST = 10_000;

    private final Map<ConversationId, Instant> last = new LinkedHashMap<>(64, 0.75f, true);

    synchronized void add(ConversationId id, Instant now) {
        last.put(id, now);
        if (last.size() > MOST) {
            last.remove(last.keySet().iterator().next());
        }
    }

    synchronized List<ConversationId> since(Instant from) {
        return last.entrySet().stream()
                .filter(entry -> !entry.getValue().isBefore(from))
                .map(Map.Entry::getKey)
                .toList();
    }
}
