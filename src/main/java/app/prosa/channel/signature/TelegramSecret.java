package app.prosa.channel.signature;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Telegram sends back with each update, as it was told when the webhook was set.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">Bot API, setWebhook</a>
 */
public final class TelegramSecret {
    public static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    private final String token;

    /**
     * @param token 1 to 256 letters, digits, underscores and hyphens
     * @throws IllegalArgumentException when it is something else
     */
    public TelegramSecret(String token) {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("Telegram does not take this as a secret token");
        }
        this.token = token;
    }

    /**
     * @param header what {@link #HEADER} says, or null
     */
    public boolean verify(@Nullable String header) {
        return Hmac.same(token, header);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TelegramSecret";
    }
}
