package app.prosa.settings.hub;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that was answered, for the operator's eyes.
 *
 * @param path without the query
 * @param status of the answer, or 0 if the caller was gone before it
 * @param caller an address, or the name of a key
 */
public record RequestLine(
        Instant at, String method, String path, int status, Duration took, String caller) {}
