package app.prosa.settings.hub;

import java.time.Duration;
import java.time.Instant;

/**
 * A request that was answered, for the operator's eyes: nothing of its query, headers or body.
 *
 * @param path without the query, and of a very long one the beginning
 * @param status of the answer, or 0 if the caller was gone before it
 * @param name of the key, or the address of anybody else
 */
public record RequestLine(
        Instant at, String method, String path, int status, Duration took, Who who, String name) {

    /** How the caller made themselves known. */
    public enum Who {
        /** With a key. */
        KEY,
        /** As a visitor of the chat page. */
        VISITOR,
        /** Not at all. */
        NOBODY
    }
}
