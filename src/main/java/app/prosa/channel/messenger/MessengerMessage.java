package app.prosa.channel.messenger;

import app.prosa.channel.meta.EchoMark;
import app.prosa.channel.meta.ReplyKind;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way out.
 *
 * @param to the person, by the id of the chat
 * @param text 1 to 2000 UTF-16 units, without markup
 * @param reference comes back in the echo of the message; or null
 */
public record MessengerMessage(String to, String text, ReplyKind kind, @Nullable String reference) {
    public static final int MAX_TEXT = 2000;

    /**
     * @throws IllegalArgumentException when the reference is empty or longer than {@link
     *     EchoMark.Metadata#MAX_REFERENCE}
     */
    public MessengerMessage {
        EchoMark.Metadata.write(reference);
    }
}
