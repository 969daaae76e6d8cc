package app.prosa.conversation;

import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Delivery;
import java.util.Collection;
import java.util.List;

/**
 * What happened, told to subscribers after it was committed. Events of one conversation arrive in
 * order; they arrive on whatever thread caused them, so a subscriber returns quickly and hands work
 * on.
 */
public sealed interface ConversationEvent {

    /**
     * A conversation is new, or its row changed (title, preview, pin, mode, unread …), or it came
     * back from the trash.
     */
    record ConversationChanged(Conversation conversation) implements ConversationEvent {}

    /** Conversations went into the trash or were purged. */
    record ConversationsRemoved(List<ConversationId> ids) implements ConversationEvent {
        public ConversationsRemoved(Collection<ConversationId> ids) {
            this(List.copyOf(ids));
        }
    }

    /**
     * A message was added at the end of the path shown; a reply about to be written arrives in
     * state STREAMING.
     */
    record MessageAdded(Message message) implements ConversationEvent {}

    /**
     * A message of the path shown changed: its reply is complete, it was pinned, deleted or brought
     * back.
     */
    record MessageChanged(Message message) implements ConversationEvent {}

    /**
     * The path shown is another one from this position on: a version was chosen or begun.
     *
     * @param size the new number of positions
     */
    record PathChanged(ConversationId conversationId, int fromPosition, int size)
            implements ConversationEvent {}

    /**
     * More of a reply. A subscriber that already has text beyond the offset (from {@link
     * ConversationEngine#partial}) skips what it has.
     *
     * @param offset where the delta begins, in UTF-16 units of the answer or of the reasoning
     */
    record ReplyDelta(
            ConversationId conversationId,
            MessageId messageId,
            boolean reasoning,
            int offset,
            String delta)
            implements ConversationEvent {}

    /**
     * The store could not keep something; it is tried again until it can. What it is about stays in
     * memory.
     */
    record StoreTroubled(ConversationId conversationId, StoreException.Cause reason)
            implements ConversationEvent {}

    /** A message of ours went further on its way out by a channel, or not. */
    record DeliveryChanged(ConversationId conversationId, Delivery delivery)
            implements ConversationEvent {}

    /** With whom a channel's conversation is, or how they stand, is known or has changed. */
    record CorrespondentChanged(Correspondent correspondent) implements ConversationEvent {}
}
