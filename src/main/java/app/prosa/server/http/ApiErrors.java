package app.prosa.server.http;

import app.prosa.conversation.InvalidMessageException;
import app.prosa.conversation.StoreException;
import org.eclipse.jetty.http.HttpHeader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where failures become HTTP. What went wrong inside is logged here and told to
 * nobody.
 */
public final class ApiErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);
    private static final int RETRY_STORE_SECONDS = 5;

    private ApiErrors() {}

    /**
     * Answers with the error; does nothing more than end the exchange when it was answered already.
     */
    public static void answer(Exchange exchange, Throwable failure) {
        if (exchange.response().isCommitted()) {
            LOG.warn("An answer broke off: {}", failure.getClass().getSimpleName());
            exchange.ending().failed(failure);
            return;
        }
        Refusal refusal = refusal(failure);
        head(exchange, refusal);
        byte[] body = body(exchange, refusal);
        int status = refusal.error().status();
        if (refusal.error() == ApiError.BODY_TOO_LARGE || exchange.isBodyLeft()) {
            exchange.lastWords(status, body);
        } else {
            exchange.json(status, body);
        }
    }

    /** What a failure is to a caller. */
    public static Refusal refusal(Throwable failure) {
        return switch (failure) {
            case Refusal refusal -> refusal;
            case InvalidMessageException invalid -> new Refusal(error(invalid.code()));
            case StoreException store -> {
                LOG.warn("The store failed: {}", store.reason());
                yield new Refusal(ApiError.STORE_UNAVAILABLE).retryAfter(RETRY_STORE_SECONDS);
            }
            default -> {
                LOG.error("A request failed", failure);
                yield new Refusal(ApiError.INTERNAL_ERROR);
            }
        };
    }

    private static ApiError error(InvalidMessageException.Code code) {
        return switch (code) {
            case EMPTY_TEXT -> ApiError.EMPTY_TEXT;
            case TEXT_TOO_LONG, CHANNEL_TEXT_TOO_LONG -> ApiError.TEXT_TOO_LONG;
            case USER_ID_INVALID -> ApiError.INVALID_USER_ID;
            case LONE_SURROGATE -> ApiError.INVALID_TEXT;
            case ATTACHMENT_TOO_LARGE -> ApiError.BODY_TOO_LARGE;
        };
    }

    private static void head(Exchange exchange, Refusal refusal) {
        var headers = exchange.response().getHeaders();
        if (refusal.retryAfter() > 0) {
            headers.put(HttpHeader.RETRY_AFTER, refusal.retryAfter());
        }
        String allow = refusal.allow();
        if (allow != null) {
            headers.put(HttpHeader.ALLOW, allow);
        }
        int status = refusal.error().status();
        if (status == 401) {
            headers.put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == 408 || status == 503) {
            headers.put(HttpHeader.CONNECTION, "close");
        }
    }

    /** The JSON of an error, as an answer or as an event of a stream. */
    public static byte[] body(Exchange exchange, Refusal refusal) {
        ApiError error = refusal.error();
        String sentence = error.sentence(exchange.texts(), refusal.arguments());
        if (OpenAiErrors.areWanted(exchange)) {
            return Json.bytes(out -> OpenAiErrors.write(out, refusal, sentence));
        }
        return Json.bytes(out -> {
            out.writeStartObject();
            out.writeStringField("error", sentence);
            out.writeStringField("code", error.code());
            if (error == ApiError.NOT_FOUND) {
                out.writeStringField("path", exchange.path());
            }
            if (error.status() == 502) {
                out.writeStringField("ai_response", sentence);
            }
            JsonBody details = refusal.details();
            if (details != null) {
                out.writeFieldName("details");
                details.write(out);
            }
            out.writeEndObject();
        });
    }
}
