package app.prosa.server.chat;

import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.conversation.MessageId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who listens to which reply. */
final class Replies {
    private final ConcurrentHashMap<MessageId, List<ReplyStream>> listeners =
            new ConcurrentHashMap<>();

    void add(MessageId reply, ReplyStream stream) {
        listeners.merge(reply, List.of(stream), Replies::together);
    }

    void remove(MessageId reply, ReplyStream stream) {
        listeners.computeIfPresent(reply, (id, all) -> without(all, stream));
    }

    void on(ReplyDelta delta) {
        if (delta.reasoning()) {
            return;
        }
        List<ReplyStream> streams = listeners.get(delta.messageId());
        if (streams != null) {
            for (ReplyStream stream : streams) {
                stream.add(delta.offset(), delta.delta());
            }
        }
    }

    private static List<ReplyStream> together(List<ReplyStream> some, List<ReplyStream> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    @SuppressWarnings("NullAway") // null removes the entry
    private static List<ReplyStream> without(List<ReplyStream> all, ReplyStream stream) {
        List<ReplyStream> rest = all.stream().filter(s -> s != stream).toList();
        return rest.isEmpty() ? null : rest;
    }
}
