package app.prosa.storage;

import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What models were shown of the conversations that were answered last: the next answer needs the
 * same and two messages more, and the database is not asked again. It is right because all changes
 * of messages come through the stores, which say here what came, and let all be forgotten at every
 * other change, see {@link Recent}.
 */
final class Contexts {
    private static final int MOST_BYTES = 6 << 20;

    /** So many messages are kept of a conversation before anybody said how many are asked for. */
    private static final int MOST_OF_NEW = 20;

    /** Besides its text, what a message takes on the heap with all that hangs on it, in bytes. */
    private static final int EACH = 400;

    private final Map<Long, Context> known = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long forgotten;

    /**
     * The end of a path.
     *
     * @param most so many of its messages are kept
     * @param whole whether there are no more than those
     * @param tail the last message of the path, be it one that models are shown or not
     * @param open the reply that is being written after them, or null
     */
    private record Context(
            int most,
            boolean whole,
            Deque<Message> messages,
            long size,
            MessageId tail,
            @Nullable MessageId open) {
        static Context of(List<Message> messages, int most, MessageId reply) {
            long size = EACH + messages.stream().mapToLong(Context::size).sum();
            boolean whole = messages.size() < most;
            return new Context(most, whole, new ArrayDeque<>(messages), size, reply, reply);
        }

        /** All of a conversation before its first message. */
        static Context empty(MessageId first) {
            return new Context(MOST_OF_NEW, true, new ArrayDeque<>(), EACH, first, null);
        }

        Context with(Message message, MessageId newTail, @Nullable MessageId nowOpen) {
            long now = size;
            boolean still = whole;
            if (Replies.isShownToModels(message)) {
                messages.add(message);
                now += size(message);
                if (messages.size() > most) {
                    now -= size(messages.remove());
                    still = false;
                }
            }
            return new Context(most, still, messages, now, newTail, nowOpen);
        }

        boolean knows(int limit) {
            return whole || limit <= most;
        }

        Context opened(MessageId reply) {
            return new Context(most, whole, messages, size, reply, reply);
        }

        private static long size(Message message) {
            return (long) EACH + message.text().length();
        }
    }

    /** A moment, to tell whether something was forgotten since. */
    synchronized long moment() {
        return forgotten;
    }

    /** The last messages before a reply, oldest first, if they are known. */
    synchronized Optional<List<Message>> before(MessageId reply, int limit) {
        Context context = known.get(Numbers.conversation(reply));
        if (context == null || !reply.equals(context.open) || !context.knows(limit)) {
            return Optional.empty();
        }
        List<Message> all = List.copyOf(context.messages);
        return Optional.of(all.subList(Math.max(0, all.size() - limit), all.size()));
    }

    /**
     * What the database said.
     *
     * @param since the moment before it was asked
     */
    synchronized void found(MessageId reply, List<Message> messages, int limit, long since) {
        if (since == forgotten) {
            put(Numbers.conversation(reply), Context.of(messages, limit, reply));
        }
    }

    /**
     * @param since the moment before it was stored
     */
    synchronized void received(Received received, long since) {
        Message message = received.message();
        Message reply = received.reply();
        long conversation = Numbers.conversation(message.id());
        if (received.repeat()) {
            return;
        }
        Context context = known.get(conversation);
        if (context == null && message.parentId() == null && since == forgotten) {
            begin(conversation, message, reply);
            return;
        }
        if (context == null) {
            return;
        }
        if (!context.tail.equals(message.parentId()) || context.open != null) {
            drop(conversation);
        } else {
            MessageId tail = reply == null ? message.id() : reply.id();
            long before = context.size;
            Context now = context.with(message, tail, reply == null ? null : tail);
            replace(conversation, before, now);
        }
    }

    /** All of a new conversation is known. */
    private void begin(long conversation, Message first, @Nullable Message reply) {
        MessageId tail = reply == null ? first.id() : reply.id();
        Context begun = Context.empty(first.id()).with(first, tail, reply == null ? null : tail);
        put(conversation, begun);
    }

    /** A reply was begun at the end of the path. */
    synchronized void opened(Message reply) {
        long conversation = Numbers.conversation(reply.id());
        Context context = known.get(conversation);
        if (context == null) {
            return;
        }
        if (!context.tail.equals(reply.parentId()) || context.open != null) {
            drop(conversation);
        } else {
            known.put(conversation, context.opened(reply.id()));
        }
    }

    synchronized void finished(Finished finished) {
        Message reply = finished.reply();
        long conversation = Numbers.conversation(reply.id());
        Context context = known.get(conversation);
        if (context == null) {
            return;
        }
        if (!reply.id().equals(context.open)) {
            drop(conversation);
        } else {
            long before = context.size;
            replace(conversation, before, context.with(reply, reply.id(), null));
        }
    }

    synchronized void forget() {
        forgotten++;
        known.clear();
        bytes = 0;
    }

    private void put(long conversation, Context context) {
        drop(conversation);
        known.put(conversation, context);
        bytes += context.size;
        shrink();
    }

    /** Also where conversations that are known have grown. */
    private void shrink() {
        Iterator<Context> eldest = known.values().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            bytes -= eldest.next().size;
            eldest.remove();
        }
    }

    private void replace(long conversation, long before, Context now) {
        known.put(conversation, now);
        bytes += now.size - before;
        shrink();
    }

    private void drop(long conversation) {
        Context old = known.remove(conversation);
        if (old != null) {
            bytes -= old.size;
        }
    }
}
