package app.prosa.channel.telegram;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How updates are delivered.
 *
 * @param url empty when no webhook is set
 * @param pending updates that wait for us
 * @param lastErrorAt when a delivery failed last, or null
 * @param lastError what Telegram says of it; may be empty
 * @see <a href="https://core.telegram.org/bots/api#getwebhookinfo">Bot API, getWebhookInfo</a>
 */
public record WebhookInfo(
        String url, long pending, @Nullable Instant lastErrorAt, String lastError) {

    public boolean isSet() {
        return !url.isEmpty();
    }
}
