package app.prosa.llm;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The server answered with something else than what was asked for. Its message holds nothing that
 * the server said, because that may repeat part of the key.
 */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String body;
    private final transient @Nullable Duration retryAfter;

    /**
     * @param status as in HTTP; 200 for an error inside an answer that began well
     * @param body as much of it as there is a use for
     */
    RefusedException(int status, String body, @Nullable Duration retryAfter) {
        super("HTTP " + status);
        this.status = status;
        this.body = body;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    String body() {
        return body;
    }

    /** How long the server asks to wait, where it says so. */
    @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * @param millis the header {@code retry-after-ms} of OpenAI and Azure, may be empty
     * @param seconds the header {@code Retry-After}, seconds or a date (RFC 9110, 10.2.3), may be
     *     empty
     */
    static @Nullable Duration retryAfter(String millis, String seconds, Instant now) {
        Duration wait = decimal(millis, 1);
        if (wait == null) {
            wait = decimal(seconds, 1000);
        }
        return wait == null ? untilDate(seconds, now) : wait;
    }

    private static @Nullable Duration decimal(String text, int millis) {
        try {
            double value = Double.parseDouble(text);
            return value >= 0 && value < Integer.MAX_VALUE
                    ? Duration.ofMillis(Math.round(value * millis))
                    : null;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Duration untilDate(String text, Instant now) {
        try {
            Instant date =
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
