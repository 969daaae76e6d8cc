package app.prosa.server.http;

import app.prosa.settings.Texts;
import java.util.Locale;

/**
 * What a request can be refused for: the status and the code that programs go by. The sentences for
 * people are texts.
 */
public enum ApiError {
    // What HTTP itself has words for
    BAD_REQUEST(400),
    NOT_FOUND(404),
    METHOD_NOT_ALLOWED(405),
    REQUEST_TIMEOUT(408),
    BODY_TOO_LARGE(413),
    UNSUPPORTED_MEDIA_TYPE(415),
    HEADERS_TOO_LARGE(431),
    INTERNAL_ERROR(500),

    // What was sent
    INVALID_JSON(400),
    MISSING_FIELDS(400),
    INVALID_TYPE(400),
    INVALID_CHANNEL(400),
    EMPTY_TEXT(400),
    TEXT_TOO_LONG(400),
    INVALID_USER_ID(400),
    INVALID_TEXT(400),
    INVALID_MESSAGE_ID(400),
    INVALID_PARAMETER(400),
    UNSUPPORTED_PARAMETER(400),
    MODEL_NOT_FOUND(404),
    CONTEXT_LENGTH_EXCEEDED(400),
    REFUSED_BY_MODEL(400),
    CONVERSATION_NOT_FOUND(404),
    MESSAGE_NOT_FOUND(404),

    // Who sent it
    KEY_REQUIRED(401),
    INVALID_KEY(401),
    INVALID_TOKEN(401),
    TOKEN_EXPIRED(401),
    FORBIDDEN(403),
    HOST_NOT_ALLOWED(403),
    ORIGIN_NOT_ALLOWED(403),
    RATE_LIMITED(429),
    MODEL_RATE_LIMITED(429),

    // What we cannot do now
    MODEL_UNAVAILABLE(502),
    MODEL_AUTH(502),
    MODEL_TIMEOUT(502),
    BUDGET_SPENT(502),
    OVERLOADED(503),
    STOPPING(503),
    STORE_UNAVAILABLE(503),
    NOT_READY(503);

    private final int status;
    private final String code = name().toLowerCase(Locale.ROOT);

    ApiError(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }

    /** The stable name that programs go by. */
    public String code() {
        return code;
    }

    /** All that a model can do wrong is one sentence: the reason is the operator's business. */
    String sentence(Texts texts, Object... arguments) {
        String word = status == 502 ? "model" : code;
        String key = "hub.error." + word;
        return arguments.length == 0 ? texts.get(key) : texts.get(key, arguments);
    }
}
