package app.prosa.channel.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A text on its way out.
 *
 * @param text 1 to 4096 UTF-16 units, once the HTML is parsed
 * @param replyTo the external id of the message that it answers, or null. A message that is gone
 *     meanwhile is no error
 */
public record TelegramMessage(String chatId, String text, Format format, @Nullable String replyTo) {
    public enum Format {
        HTML,
        PLAIN
    }
}
