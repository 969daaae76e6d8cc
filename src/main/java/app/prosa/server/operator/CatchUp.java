package app.prosa.server.operator;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operator's listener missed, read from the store. It may be told more than it missed: each
 * event has the whole state, so a repeat does no harm.
 */
final class CatchUp {
    private static final int PAGE = 200;

    /** With more than this a listener is better off reading the list again. */
    private static final int MOST = 1_000;

    /** So many of a conversation's last messages may have been finished or changed meanwhile. */
    private static final int AGAIN = 20;

    private final ConversationEngine engine;
    private final Conversations conversations;
    private final Changed changed;

    CatchUp(ConversationEngine engine, Changed changed) {
        this.engine = engine;
        this.conversations = engine.conversations();
        this.changed = changed;
    }

    /** The conversations that changed, or empty when they are too many. */
    Optional<List<Conversation>> conversations(Instant since) {
        Map<ConversationId, Conversation> found = new LinkedHashMap<>();
        Place last = null;
        List<Conversation> page;
        do {
            page = conversations.page(Query.ALL, last, PAGE);
            page.stream()
                    .filter(c -> !c.updatedAt().isBefore(since))
                    .forEach(c -> found.put(c.id(), c));
            last = page.isEmpty() ? last : Place.of(page.getLast());
        } while (page.size() == PAGE && found.size() <= MOST && goesOn(page.getLast(), since));
        for (ConversationId id : changed.since(since)) {
            conversations.find(id).ifPresent(c -> found.put(id, c));
        }
        return found.size() > MOST ? Optional.empty() : Optional.of(List.copyOf(found.values()));
    }

    /** Those that were erased for good; what is in the trash is still there. */
    List<ConversationId> gone(Instant since) {
        return changed.since(since).stream()
                .filter(id -> conversations.find(id).isEmpty())
                .toList();
    }

    /** The pinned ones come first, whenever something was last said in them. */
    private static boolean goesOn(Conversation last, Instant since) {
        return last.pinned() || !last.updatedAt().isBefore(since);
    }

    /** The messages that were added, and the last ones before them. */
    List<Message> messages(Conversation conversation, Instant since) {
        int end = conversation.size();
        int from = Math.max(0, end - AGAIN);
        List<Message> path = new ArrayList<>(conversations.path(conversation.id(), from, end));
        while (from > 0 && path.size() < MOST && !path.getFirst().createdAt().isBefore(since)) {
            int before = from;
            from = Math.max(0, before - AGAIN);
            path.addAll(0, conversations.path(conversation.id(), from, before));
        }
        path.replaceAll(this::asItIsNow);
        return path;
    }

    /** What has arrived of a reply that is being written stands in memory. */
    private Message asItIsNow(Message message) {
        if (message.state() != MessageState.STREAMING) {
            return message;
        }
        return engine.turns(message.conversationId()).stream()
                .filter(turn -> turn.replyId().equals(message.id()))
                .findFirst()
                .flatMap(Turn::partial)
                .map(partial -> message.withText(partial.text(), partial.reasoning()))
                .orElse(message);
    }
}
