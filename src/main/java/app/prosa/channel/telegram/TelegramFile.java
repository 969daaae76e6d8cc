package app.prosa.channel.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Where a file lies, for at least an hour.
 *
 * @param path below the address of the bot's files
 * @param size in bytes, where Telegram says it
 * @see <a href="https://core.telegram.org/bots/api#getfile">Bot API, getFile</a>
 */
public record TelegramFile(String path, @Nullable Long size) {
    /** The most that Telegram lets a bot fetch, in bytes. */
    public static final int MAX_BYTES = 20 << 20;
}
