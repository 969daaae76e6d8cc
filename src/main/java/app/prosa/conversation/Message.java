package app.prosa.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message, as stored.
 *
 * <p>Messages form a tree: regenerating a reply or editing a message adds a sibling, a version, at
 * the same position. The path that is shown is marked active; on it, positions run 0, 1, 2 …
 * without a gap.
 *
 * @param position the depth in the tree, 0 for the first message
 * @param text Markdown, without control characters other than newline and tab, at most {@value
 *     #MAX_TEXT} characters
 * @param reasoning what the model thought aloud before it answered, or empty
 * @param failure why the state is FAILED or INTERRUPTED
 * @param meta how the reply was made; only on final replies
 * @param version which of its siblings this is, from 1
 * @param versions how many siblings there are, itself included
 * @param pinned the reader marked it
 * @param deleted taken out by the reader: not shown, not sent to the model, can be brought back
 * @param attachments what came with it, without the content
 */
public record Message(
        MessageId id,
        ConversationId conversationId,
        int position,
        @Nullable MessageId parentId,
        Author author,
        String text,
        String reasoning,
        MessageState state,
        @Nullable Failure failure,
        @Nullable ReplyMeta meta,
        Instant createdAt,
        int version,
        int versions,
        boolean pinned,
        boolean deleted,
        List<AttachmentInfo> attachments) {

    /** The longest text a message can hold, in UTF-16 units: what one row of the store takes. */
    public static final int MAX_TEXT = 1_000_000;

    /** With what has arrived of it so far. */
    public Message withText(String newText, String newReasoning) {
        return new Message(
                id,
                conversationId,
                position,
                parentId,
                author,
                newText,
                newReasoning,
                state,
                failure,
                meta,
                createdAt,
                version,
                versions,
                pinned,
                deleted,
                attachments);
    }

    /** Ended, or not. */
    public Message withEnd(MessageState end, @Nullable Failure why, @Nullable ReplyMeta how) {
        return new Message(
                id,
                conversationId,
                position,
                parentId,
                author,
                text,
                reasoning,
                end,
                why,
                how,
                createdAt,
                version,
                versions,
                pinned,
                deleted,
                attachments);
    }

    /** As one of its versions. */
    public Message withVersion(int which, int of) {
        return new Message(
                id,
                conversationId,
                position,
                parentId,
                author,
                text,
                reasoning,
                state,
                failure,
                meta,
                createdAt,
                which,
                of,
                pinned,
                deleted,
                attachments);
    }

    /** As the reader marked it. */
    public Message withMarks(boolean isPinned, boolean isDeleted) {
        return new Message(
                id,
                conversationId,
                position,
                parentId,
                author,
                text,
                reasoning,
                state,
                failure,
                meta,
                createdAt,
                version,
                versions,
                isPinned,
                isDeleted,
                attachments);
    }

    /** With what came with it. */
    public Message withAttachments(List<AttachmentInfo> infos) {
        return new Message(
                id,
                conversationId,
                position,
                parentId,
                author,
                text,
                reasoning,
                state,
                failure,
                meta,
                createdAt,
                version,
                versions,
                pinned,
                deleted,
                infos);
    }

    /** An attachment without its content. */
    public record AttachmentInfo(String name, String mediaType, int size) {}
}
