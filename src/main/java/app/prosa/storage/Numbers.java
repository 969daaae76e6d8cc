package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message's number in its table: its conversation's number, and how many messages the
 * conversation had stored before it. A message's id is made of the number and of its conversation's
 * id (UUID version 8, RFC 9562 §5.8), so that one is found by the other without an index.
 */
final class Numbers {
    private static final int BITS = 24;

    /** How many messages a conversation can have. */
    static final int MOST = 1 << BITS;

    private static final long NUMBER = (1L << 62) - 1;
    private static final long VARIANT = 1L << 63;

    private Numbers() {}

    /** Of the message that a conversation stores after so many. */
    static long of(long conversation, int stored) {
        if (stored >= MOST) {
            throw new IllegalStateException("A conversation is full");
        }
        return (conversation << BITS) | stored;
    }

    static long of(MessageId id) {
        return id.value().getLeastSignificantBits() & NUMBER;
    }

    static @Nullable Long orNull(@Nullable MessageId id) {
        return id == null ? null : of(id);
    }

    /** Of the conversation that a message is in. */
    static long conversation(MessageId id) {
        return of(id) >>> BITS;
    }

    /** The number after the last one of a conversation's messages. */
    static long end(long conversation) {
        return (conversation + 1) << BITS;
    }

    static MessageId id(ConversationId conversation, long number) {
        long high = (conversation.value().getMostSignificantBits() & ~0xF000L) | 0x8000L;
        return new MessageId(new UUID(high, VARIANT | number));
    }

    static @Nullable MessageId idOrNull(ConversationId conversation, @Nullable Long number) {
        return number == null ? null : id(conversation, number);
    }
}
