package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What happened while pages were on their way, which may know nothing of it. */
final class Meanwhile {
    private final Set<ConversationId> removed = new HashSet<>();
    private final Map<ConversationId, Conversation> changed = new HashMap<>();
    private int underWay;

    void begun() {
        underWay++;
    }

    /** With the last of them, all is forgotten. */
    void ended() {
        underWay--;
        if (underWay == 0) {
            beginAnew();
        }
    }

    /** All is forgotten: what is read from now on knows of it. */
    void beginAnew() {
        removed.clear();
        changed.clear();
    }

    void removed(ConversationId id) {
        if (underWay > 0) {
            removed.add(id);
            changed.remove(id);
        }
    }

    void changed(Conversation conversation) {
        if (underWay > 0) {
            removed.remove(conversation.id());
            changed.put(conversation.id(), conversation);
        }
    }

    /** As they are now. */
    List<Conversation> changed() {
        return List.copyOf(changed.values());
    }

    /**
     * The page as it would be read now.
     *
     * @param belongs whether what stands at a place is a part of the page
     */
    List<Conversation> on(List<Conversation> page, Predicate<Place> belongs) {
        List<Conversation> now = new ArrayList<>();
        for (Conversation read : page) {
            boolean known = removed.contains(read.id()) || changed.containsKey(read.id());
            if (!known && belongs.test(Place.of(read))) {
                now.add(read);
            }
        }
        changed.values().stream().filter(c -> belongs.test(Place.of(c))).forEach(now::add);
        now.sort((a, b) -> Place.of(a).compareTo(Place.of(b)));
        return now;
    }
}
