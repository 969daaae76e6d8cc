package app.prosa.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where conversations are kept. Each call is one transaction that is durable when it returns; times
 * are cut to milliseconds. Calls on an id that is not there do nothing and return empty.
 *
 * <p>All of them throw {@link StoreException} when the database cannot do it.
 */
public interface ConversationStore {

    // Conversations

    /** Adds an empty one of the operator's own. */
    Conversation create(ConversationOptions options, Instant now);

    Optional<Conversation> find(ConversationId id);

    /**
     * A page of the browser's list: pinned ones first, then by {@link Conversation#updatedAt},
     * newest first.
     *
     * @param after where the last one of the page before stands, or null for the first page
     */
    List<Conversation> page(Query query, @Nullable Place after, int limit);

    /**
     * Where the conversations of a page stand, and nothing of what they hold: so quick that one can
     * walk through all of them.
     *
     * @param after as for {@link #page}
     */
    List<Place> places(Query query, @Nullable Place after, int limit);

    Optional<Conversation> rename(ConversationId id, String title, boolean byHand);

    Optional<Conversation> pin(ConversationId id, boolean pinned);

    Optional<Conversation> setOptions(ConversationId id, ConversationOptions options);

    Optional<Conversation> setMode(ConversationId id, Mode mode);

    Optional<Conversation> markRead(ConversationId id);

    /** Puts into the trash. */
    void trash(Collection<ConversationId> ids, Instant now);

    /** Takes out of the trash. */
    List<Conversation> restore(Collection<ConversationId> ids);

    /**
     * Erases for good what went into the trash before the time given.
     *
     * @return the ids of those erased
     */
    List<ConversationId> purge(Instant trashedBefore);

    // Drafts of the composer; that of the chat that is not stored yet is of ConversationId.NONE

    /** The text not sent yet, or empty. */
    String draft(ConversationId id);

    void saveDraft(ConversationId id, String text);

    // Messages

    /**
     * Takes a message in: finds or makes its conversation (by channel and user id; a trashed own
     * chat is not brought back, a trashed channel conversation is), appends the message at the end
     * of the path shown, and with it an empty reply in state STREAMING when one is wanted and the
     * conversation is in {@link Mode#AUTO}. A repeat (same channel and external id) changes nothing
     * and returns what was stored the first time.
     *
     * @param openReply whether to append the empty reply
     */
    Received receive(InboundMessage message, boolean openReply, Instant now);

    /**
     * Appends a message at the end of the path shown, such as the operator's own hand in a
     * customer's conversation, or a note.
     */
    Optional<Message> append(ConversationId id, Author author, String text, Instant now);

    /** Appends an empty reply in state STREAMING at the end of the path shown. */
    Optional<Message> openReply(ConversationId id, Instant now);

    /**
     * Adds a version: an empty reply in state STREAMING as a sibling of this message, which becomes
     * the path shown; what followed is kept, but not shown.
     *
     * @param of a message of the assistant
     */
    Optional<Message> openVersion(MessageId of, Instant now);

    /**
     * Adds a version of a user's message with another text (attachments are taken over) and an
     * empty reply after it, which become the path shown.
     */
    Optional<Received> edit(MessageId of, String text, Instant now);

    /** Keeps what has arrived of a reply so far, while it is still STREAMING. */
    void checkpoint(MessageId reply, String text, String reasoning);

    /**
     * Ends a reply, if it is still STREAMING; otherwise returns what it is.
     *
     * @param state a final one
     */
    Optional<Finished> finish(
            MessageId reply,
            MessageState state,
            String text,
            String reasoning,
            @Nullable Failure failure,
            @Nullable ReplyMeta meta);

    /**
     * Makes every reply that a program which ended left STREAMING INTERRUPTED, with {@link
     * Failure.Kind#PROGRAM_ENDED}.
     *
     * @return how many
     */
    int interruptUnfinished();

    Optional<Message> message(MessageId id);

    /** The path shown from a position on, to before another; deleted messages are in it, marked. */
    List<Message> path(ConversationId id, int from, int before);

    /** The siblings of a message, itself included, oldest first. */
    List<Message> versions(MessageId id);

    /**
     * Shows the path through this message, and below it through the versions that were shown last.
     */
    Optional<Conversation> show(MessageId id);

    Optional<Message> pinMessage(MessageId id, boolean pinned);

    Optional<Message> deleteMessage(MessageId id, boolean deleted);

    /** Copies the path shown up to and including this message into a new own chat. */
    Optional<Conversation> fork(MessageId upTo, Instant now);

    /** The content of a message's attachments, in order. */
    List<Attachment> attachments(MessageId id);

    /**
     * What a model is shown before it writes a reply: the last messages of the path before the
     * reply, oldest first, without deleted, empty, FAILED and unfinished ones.
     *
     * @param limit how many at most
     */
    List<Message> context(MessageId reply, int limit);

    /**
     * How many conversations there are, and messages on the paths shown, trash included. Versions
     * that are not shown are not counted, so that this is quick.
     */
    Counts counts();

    /** The conversation of a channel's user. */
    Optional<Conversation> find(ChannelKind channel, String userId);

    /**
     * Erases for good, whether it is in the trash or not.
     *
     * @return what it was
     */
    Optional<Conversation> erase(ConversationId id);

    /**
     * Which conversations a page is about.
     *
     * @param trashed those in the trash instead of those that are not
     * @param titleContains ignores case and accents; blank for all
     */
    record Query(boolean trashed, String titleContains) {
        public static final Query ALL = new Query(false, "");
    }

    /** Where a conversation stands in the browser's list; comes before what stands below it. */
    record Place(boolean pinned, Instant updatedAt, ConversationId id)
            implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::pinned)
                        .thenComparing(Place::updatedAt)
                        .thenComparing(place -> place.id().value())
                        .reversed();

        public static Place of(Conversation conversation) {
            return new Place(conversation.pinned(), conversation.updatedAt(), conversation.id());
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What {@link #receive} and {@link #edit} stored.
     *
     * @param reply the empty reply, if one was wanted; for a repeat, the last version of the reply
     *     that was stored then
     * @param repeat the message was there already
     */
    record Received(
            Conversation conversation, Message message, @Nullable Message reply, boolean repeat) {}

    /**
     * What {@link #finish} stored.
     *
     * @param conversation as the list shows it with that reply
     */
    record Finished(Message reply, Conversation conversation) {}

    /** Sizes of the store. */
    record Counts(long conversations, long messages, long trashed) {}

    /** How long a conversation stays in the trash. */
    Duration TRASH_KEPT = Duration.ofDays(30);
}
