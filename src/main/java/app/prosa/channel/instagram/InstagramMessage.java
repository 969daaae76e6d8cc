package app.prosa.channel.instagram;

import app.prosa.channel.meta.ReplyKind;

/**
 * A text on its way out.
 *
 * @param to the person, by the id of the chat
 * @param text 1 to 1000 bytes of UTF-8, without markup
 */
public record InstagramMessage(String to, String text, ReplyKind kind) {
    public static final int MAX_BYTES = 1000;
}
