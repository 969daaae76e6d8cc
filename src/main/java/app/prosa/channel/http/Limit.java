package app.prosa.channel.http;

import java.time.Duration;

/**
 * What a request may take.
 *
 * @param time from its beginning to the last byte of the answer, connecting included
 * @param bytes of the answer's body
 */
public record Limit(Duration time, int bytes) {}
