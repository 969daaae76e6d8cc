package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** In which conversations a reply is being written, as the events tell it. */
final class Streaming {
    private final Map<ConversationId, Set<MessageId>> replies = new HashMap<>();

    /** Where a version was begun: the event does not name its reply. */
    private final Set<ConversationId> versions = new HashSet<>();

    boolean in(ConversationId id) {
        return replies.containsKey(id) || versions.contains(id);
    }

    void begun(ConversationId id) {
        versions.add(id);
    }

    /** A message came, or is in another state. */
    void on(Message message) {
        if (message.state() == MessageState.STREAMING) {
            replies.computeIfAbsent(message.conversationId(), id -> new HashSet<>())
                    .add(message.id());
        } else {
            versions.remove(message.conversationId());
            replies.computeIfPresent(
                    message.conversationId(),
                    (id, open) -> {
                        open.remove(message.id());
                        return open.isEmpty() ? null : open;
                    });
        }
    }
}
