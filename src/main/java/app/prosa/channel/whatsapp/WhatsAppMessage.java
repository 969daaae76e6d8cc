package app.prosa.channel.whatsapp;

import org.jspecify.annotations.Nullable;

/**
 * A text on its way out.
 *
 * @param to the person, by the id of the chat
 * @param text 1 to 4096 UTF-16 units, with WhatsApp's own markup
 * @param preview whether the first address in the text is shown as a card
 * @param replyTo the external id of the message that it answers, or null
 * @param reference comes back with each status of the message; or null
 */
public record WhatsAppMessage(
        String to,
        String text,
        boolean preview,
        @Nullable String replyTo,
        @Nullable String reference) {
    public static final int MAX_TEXT = 4096;

    /** The longest reference, in UTF-16 units. */
    public static final int MAX_REFERENCE = 512;

    /**
     * @throws IllegalArgumentException when the reference is empty or too long
     */
    public WhatsAppMessage {
        if (reference != null && (reference.isEmpty() || reference.length() > MAX_REFERENCE)) {
            throw new IllegalArgumentException("The reference is empty or too long");
        }
    }
}
