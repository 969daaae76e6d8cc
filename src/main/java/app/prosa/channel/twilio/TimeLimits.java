package app.prosa.channel.twilio;

import java.time.Duration;

/**
 * How long Twilio may take.
 *
 * @param connect to take the connection
 * @param answer to answer a call, connecting included
 * @param download to send a file, once it said where that lies
 */
public record TimeLimits(Duration connect, Duration answer, Duration download) {
    public static final TimeLimits USUAL =
            new TimeLimits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120));
}
