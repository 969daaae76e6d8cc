package app.prosa.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A conversation without its messages.
 *
 * @param userId who it is with, as its channel names them; an own chat has its own id here
 * @param title empty until the first message gives it one
 * @param titledByHand the operator chose the title, so nothing else changes it
 * @param size how many positions the path shown has
 * @param preview the beginning of the last message, one line, at most 120 characters
 * @param unread messages that came since the operator last looked
 * @param trashedAt when it was put into the trash, or null
 */
public record Conversation(
        ConversationId id,
        ChannelKind channel,
        String userId,
        String title,
        boolean titledByHand,
        boolean pinned,
        Mode mode,
        ConversationOptions options,
        Instant createdAt,
        Instant updatedAt,
        int size,
        String preview,
        int unread,
        @Nullable Instant trashedAt) {

    /** Whether it is the operator's own chat with a model, and not somebody else's by a channel. */
    public boolean isOwn() {
        return channel == ChannelKind.DESKTOP;
    }
}
