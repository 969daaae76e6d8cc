package app.prosa.channel.telegram;

import app.prosa.channel.Opener;
import java.time.Duration;

/** For whoever cannot wait as long as one does in earnest until Telegram is taken for silent. */
public final class ImpatientTelegram {
    private static final TimeLimits LIMITS =
            new TimeLimits(Duration.ofSeconds(1), Duration.ofMillis(400), Duration.ofSeconds(1));

    private ImpatientTelegram() {}

    public static Opener opener() {
        return new TelegramOpener(LIMITS);
    }
}
