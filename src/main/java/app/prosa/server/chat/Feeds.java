package app.prosa.server.chat;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Who listens to which conversation. A listener may come before the conversation does: it is known
 * by its channel and user, and from its first event by its id.
 */
final class Feeds {
    private final ConcurrentHashMap<Key, Topic> byUser = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<ConversationId, Topic> byId = new ConcurrentHashMap<>();

    /** What makes a conversation one before it has an id. */
    private record Key(ChannelKind channel, String userId) {}

    /** The listeners of one conversation, used under its own monitor but for reading. */
    private static final class Topic {
        final List<FeedStream> streams = new CopyOnWriteArrayList<>();
    }

    void add(ChannelKind channel, String userId, FeedStream stream) {
        byUser.compute(
                new Key(channel, userId),
                (key, known) -> {
                    Topic topic = known == null ? new Topic() : known;
                    topic.streams.add(stream);
                    return topic;
                });
    }

    void remove(ChannelKind channel, String userId, FeedStream stream) {
        Topic left =
                byUser.computeIfPresent(
                        new Key(channel, userId),
                        (key, topic) -> {
                            topic.streams.remove(stream);
                            return topic;
                        });
        if (left != null && left.streams.isEmpty()) {
            forget(new Key(channel, userId), left);
        }
    }

    @SuppressWarnings("NullAway") // null removes the entry
    private void forget(Key key, Topic empty) {
        byUser.computeIfPresent(key, (k, topic) -> topic.streams.isEmpty() ? null : topic);
        byId.values().removeIf(topic -> topic == empty && topic.streams.isEmpty());
    }

    /** The conversation of a user has this id. */
    void know(Conversation conversation) {
        if (!byUser.isEmpty()) {
            know(conversation.channel(), conversation.userId(), conversation.id());
        }
    }

    void know(ChannelKind channel, String userId, ConversationId id) {
        Topic topic = byUser.get(new Key(channel, userId));
        if (topic != null) {
            byId.put(id, topic);
        }
    }

    void tell(Message message) {
        each(message.conversationId(), stream -> stream.tell(message));
    }

    void reset(ConversationId id) {
        each(id, FeedStream::reset);
    }

    private void each(ConversationId id, Consumer<FeedStream> action) {
        Topic topic = byId.get(id);
        if (topic != null) {
            topic.streams.forEach(action);
        }
    }
}
