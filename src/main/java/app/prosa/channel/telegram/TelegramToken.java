package app.prosa.channel.telegram;

import java.util.regex.Pattern;

/**
 * What BotFather gives for a bot. Telegram wants it in the path of each URL, so no URL is ever
 * shown, and what is shown goes through {@link #redact} first.
 *
 * @see <a href="https://core.telegram.org/bots/api#authorizing-your-bot">Bot API, authorizing</a>
 */
public final class TelegramToken {
    private static final Pattern SHAPE = Pattern.compile("([0-9]{1,20}):[A-Za-z0-9_-]{1,200}");
    private static final Pattern ANY = Pattern.compile("[0-9]{5,20}(:|%3A|%3a)[A-Za-z0-9_-]{20,}");
    private static final String REDACTED = "[token]";

    private final String token;

    /**
     * @throws IllegalArgumentException when it cannot be a token; the message does not show it
     */
    public TelegramToken(String token) {
        if (!SHAPE.matcher(token).matches()) {
            throw new IllegalArgumentException("This is no token of a Telegram bot");
        }
        this.token = token;
    }

    /** For URLs; nothing in it has to be encoded. */
    String reveal() {
        return token;
    }

    /** A text without this token, its secret part, or anything that looks like a token. */
    String redact(String text) {
        String secret = token.substring(token.indexOf(':') + 1);
        String clean = text.replace(token, REDACTED).replace(secret, REDACTED);
        return ANY.matcher(clean).replaceAll(REDACTED);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TelegramToken";
    }
}
