package app.prosa.conversation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a model gave no (whole) answer, sorted by what the reader can do about it. The sentence for
 * the reader is made from the kind, in the reader's language.
 *
 * @param detail what the server said, at most {@value #MAX_DETAIL} characters, free of secrets; may
 *     be empty
 * @param retryAfter how long the server asks to wait, where it said so
 */
public record Failure(Kind kind, String detail, @Nullable Duration retryAfter) {
    public static final int MAX_DETAIL = 500;

    /** The causes. The order has no meaning; the names are stored. */
    public enum Kind {
        /** No provider or model is chosen yet. */
        NO_MODEL,
        /** The provider needs a key and none is stored, or the key store is locked. */
        NO_KEY,
        /** 401 or 403: the key is wrong, expired, or not allowed to do this. */
        KEY_REFUSED,
        /** The provider does not know the model. */
        NO_SUCH_MODEL,
        /** 429 because of the rate; {@link Failure#retryAfter} where known. */
        RATE_LIMITED,
        /** 429 or 402 because the account has no credit left. */
        QUOTA_SPENT,
        /** The conversation does not fit into the model's context. */
        CONTEXT_TOO_LONG,
        /** The provider refused the content. */
        CONTENT_REFUSED,
        /**
         * 400 or 422: the request itself was not understood, such as a parameter the model does not
         * take.
         */
        BAD_REQUEST,
        /** The server could not be reached, or its address makes no sense. */
        NETWORK,
        /** The connection broke in the middle of the answer. */
        CONNECTION_LOST,
        /** The server was silent for too long. */
        TIMEOUT,
        /** 5xx, or an answer that is not what such a server sends. */
        SERVER,
        /** The program ended while the answer was written. */
        PROGRAM_ENDED,
        /** A fault of our own; the log has the rest. */
        INTERNAL
    }

    public Failure {
        if (detail.length() > MAX_DETAIL) {
            int end =
                    Character.isHighSurrogate(detail.charAt(MAX_DETAIL - 1))
                            ? MAX_DETAIL - 1
                            : MAX_DETAIL;
            detail = detail.substring(0, end);
        }
    }

    public static Failure of(Kind kind) {
        return new Failure(kind, "", null);
    }

    public static Failure of(Kind kind, @Nullable String detail) {
        return new Failure(kind, detail == null ? "" : detail, null);
    }
}
