package app.prosa.conversation;

import app.prosa.conversation.InvalidMessageException.Code;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message on its way in; one that exists is valid.
 *
 * @param userId who wrote it, as the channel names them, 1 to 200 characters
 * @param text not blank unless there are attachments; control characters other than newline and tab
 *     are removed
 * @param externalId the sender's own name for it, which makes a repeat harmless; or null
 */
public record InboundMessage(
        ChannelKind channel,
        String userId,
        String text,
        @Nullable String externalId,
        List<Attachment> attachments) {

    /** The longest text that is taken from a channel, in code points. */
    public static final int MAX_CHANNEL_TEXT = 4_000;

    /** The longest user id and external id, in UTF-16 units. */
    public static final int MAX_ID = 200;

    /**
     * @throws InvalidMessageException with the first thing that is wrong
     */
    public InboundMessage {
        attachments = List.copyOf(attachments);
        text = CleanText.of(text, channel != ChannelKind.DESKTOP);
        if (text.isBlank() && attachments.isEmpty()) {
            throw new InvalidMessageException(Code.EMPTY_TEXT);
        }
        checkLength(channel, text);
        if (userId.isBlank() || userId.length() > MAX_ID || !CleanText.isWhole(userId)) {
            throw new InvalidMessageException(Code.USER_ID_INVALID);
        }
        if (externalId != null && !CleanText.isWhole(externalId)) {
            throw new InvalidMessageException(Code.LONE_SURROGATE);
        }
        if (attachments.stream().anyMatch(a -> a.content().length > Attachment.MAX_BYTES)) {
            throw new InvalidMessageException(Code.ATTACHMENT_TOO_LARGE);
        }
    }

    /** What the operator types in an own chat. */
    public static InboundMessage typed(String userId, String text, List<Attachment> attachments) {
        return new InboundMessage(
                ChannelKind.DESKTOP, userId, text, UUID.randomUUID().toString(), attachments);
    }

    private static void checkLength(ChannelKind channel, String text) {
        if (text.length() > Message.MAX_TEXT) {
            throw new InvalidMessageException(Code.TEXT_TOO_LONG);
        }
        if (channel != ChannelKind.DESKTOP
                && text.codePointCount(0, text.length()) > MAX_CHANNEL_TEXT) {
            throw new InvalidMessageException(Code.CHANNEL_TEXT_TOO_LONG);
        }
    }
}
