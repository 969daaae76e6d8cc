package app.prosa.channel.telegram;

import java.time.Duration;

/**
 * How long Telegram may take.
 *
 * @param connect to take the connection
 * @param answer to answer a call, connecting included; asking for updates has this beyond the time
 *     for which Telegram was asked to wait for some
 * @param download to send a file
 */
public record TimeLimits(Duration connect, Duration answer, Duration download) {
    public static final TimeLimits USUAL =
            new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120));
}
