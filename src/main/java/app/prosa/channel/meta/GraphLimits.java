package app.prosa.channel.meta;

import java.time.Duration;

/**
 * How long Meta may take, and how much it may send.
 *
 * @param connect to take the connection
 * @param answer to answer a call, connecting included
 * @param download to send a file, all redirects together
 * @param fileBytes the largest file that is fetched
 */
public record GraphLimits(Duration connect, Duration answer, Duration download, int fileBytes) {
    public static final GraphLimits USUAL =
            new GraphLimits(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofSeconds(120),
                    25 << 20);
}
