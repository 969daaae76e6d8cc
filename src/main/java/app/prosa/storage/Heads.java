package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the conversations that were written to last, as they are once everything in the
 * journal is done, and the replies that are being written in them.
 */
final class Heads {
    private static final int MOST = 20_000;

    private final LinkedHashMap<Key, Head> byUser = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Long, Head> byNumber = new HashMap<>();
    private final Map<ConversationId, Head> byId = new HashMap<>();

    private record Key(ChannelKind channel, String userId) {
        static Key of(ConversationRow row) {
            return new Key(row.channel, row.userId);
        }
    }

    /**
     * What is known of a conversation.
     *
     * @param row not to be changed
     * @param open the replies that are being written, as far as they are known
     */
    record Head(ConversationRow row, List<Message> open) {
        static Head of(ConversationRow row, @Nullable Message opened) {
            return new Head(row, opened == null ? List.of() : List.of(opened));
        }

        Optional<Message> open(MessageId reply) {
            return open.stream().filter(message -> message.id().equals(reply)).findFirst();
        }

        Head with(ConversationRow now, @Nullable Message opened) {
            if (opened == null) {
                return new Head(now, open);
            }
            return new Head(now, open.isEmpty() ? List.of(opened) : concat(open, opened));
        }

        Head without(ConversationRow now, MessageId ended) {
            return new Head(
                    now,
                    open.size() == 1
                            ? List.of()
                            : open.stream().filter(m -> !m.id().equals(ended)).toList());
        }

        private static List<Message> concat(List<Message> some, Message more) {
            return java.util.stream.Stream.concat(some.stream(), java.util.stream.Stream.of(more))
                    .toList();
        }
    }

    @Nullable Head find(ChannelKind channel, String userId) {
        return byUser.get(new Key(channel, userId));
    }

    @Nullable Head find(ConversationId id) {
        return byId.get(id);
    }

    @Nullable Head find(long number) {
        return byNumber.get(number);
    }

    /** The conversation that a message is in, if it is known. */
    @Nullable Head of(MessageId message) {
        Head head = byNumber.get(Numbers.conversation(message));
        return head != null && Numbers.id(head.row.id, Numbers.of(message)).equals(message)
                ? head
                : null;
    }

    void put(Head head) {
        byUser.put(Key.of(head.row), head);
        byNumber.put(head.row.number, head);
        byId.put(head.row.id, head);
        if (byUser.size() > MOST) {
            drop(byUser.firstEntry().getValue().row.number);
        }
    }

    /** It was changed, or may have been. */
    void drop(long number) {
        Head head = byNumber.remove(number);
        if (head != null) {
            byUser.remove(Key.of(head.row));
            byId.remove(head.row.id);
        }
    }

    void clear() {
        byUser.clear();
        byNumber.clear();
        byId.clear();
    }
}
