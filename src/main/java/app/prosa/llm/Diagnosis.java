package app.prosa.llm;

import app.prosa.conversation.ChatModelException;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Failure.Kind;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpResponseException;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a call, sorted by what the reader can do about it.
 *
 * @param passing it may well be gone a moment later, so that trying again makes sense
 */
record Diagnosis(Failure failure, boolean passing, @Nullable Throwable cause) {
    // Words of OpenAI, Azure, OpenRouter, Groq, Mistral, DeepSeek, Gemini, Ollama, LM Studio,
    // llama.cpp and vLLM.
    private static final Pattern CONTEXT =
            words(
                    "context_length|context length|context window|context size|context.overflow"
                            + "|exceed_context|prompt is too long|input is too long"
                            + "|too many (input )?tokens|reduce the length|reduce your prompt"
                            + "|request too large");
    private static final Pattern CONTENT =
            words(
                    "content_filter|content_policy|content management policy|responsibleaipolicy"
                            + "|flagged|moderation|safety system|usage polic");
    private static final Pattern MODEL =
            words(
                    "model_not_found|deploymentnotfound|invalid_model|invalid model"
                            + "|not a valid model|no endpoints found"
                            + "|(model|deployment)\\b.{0,120}(not exist|not found|not available)");
    private static final Pattern QUOTA =
            words(
                    "insufficient[_ ](quota|balance|credit|fund)|billing_hard_limit|out of credit"
                            + "|no credit");
    private static final Pattern RATE =
            words("rate.?limit|too.many.requests|resource_exhausted|overloaded");
    private static final Pattern KEY =
            words("invalid_api_key|api key not valid|incorrect api key|authentication_error");
    private static final Pattern KEY_LIKE =
            Pattern.compile("\\b(sk|gsk|pk|rk|xai)[-_][\\w*.\\-]{3,}");
    private static final String REDACTED = "[key]";

    private static Pattern words(String alternatives) {
        return Pattern.compile(alternatives, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    }

    /** For an answer that is not the one asked for. */
    static Diagnosis of(RefusedException refusal, Endpoint endpoint) {
        ServerError error = ServerError.parse(refusal.body());
        int status =
                refusal.status() == 200 && error.status() >= 400
                        ? error.status()
                        : refusal.status();
        Kind kind = kind(status, error);
        String bare = status == 200 ? "" : "HTTP " + status;
        String said = error.message().isBlank() ? bare : error.message().strip();
        return new Diagnosis(
                new Failure(kind, redact(said, endpoint.key()), refusal.retryAfter()),
                isPassing(kind, status),
                null);
    }

    private static Kind kind(int status, ServerError error) {
        return switch (status) {
            case 401 -> Kind.KEY_REFUSED;
            case 402 -> Kind.QUOTA_SPENT;
            case 403 -> error.says(CONTENT) ? Kind.CONTENT_REFUSED : Kind.KEY_REFUSED;
            case 404 -> error.says(MODEL) ? Kind.NO_SUCH_MODEL : Kind.NETWORK;
            case 413 -> Kind.CONTEXT_TOO_LONG;
            case 429 -> error.says(QUOTA) ? Kind.QUOTA_SPENT : Kind.RATE_LIMITED;
            case 408, 409, 425 -> Kind.SERVER;
            default -> kindInRange(status, error);
        };
    }

    private static Kind kindInRange(int status, ServerError error) {
        if (status >= 500) {
            return error.says(CONTEXT) ? Kind.CONTEXT_TOO_LONG : Kind.SERVER; // llama.cpp
        }
        if (status < 300) {
            return byWords(error, Kind.SERVER);
        }
        // A redirect, or a method that is not allowed: not where such a server answers.
        boolean wrongPlace = status < 400 || status == 405;
        return wrongPlace ? Kind.NETWORK : byWords(error, Kind.BAD_REQUEST);
    }

    private static Kind byWords(ServerError error, Kind otherwise) {
        if (error.says(CONTEXT)) {
            return Kind.CONTEXT_TOO_LONG;
        }
        if (error.says(QUOTA)) {
            return Kind.QUOTA_SPENT;
        }
        if (error.says(RATE)) {
            return Kind.RATE_LIMITED;
        }
        if (error.says(CONTENT)) {
            return Kind.CONTENT_REFUSED;
        }
        if (error.says(KEY)) {
            return Kind.KEY_REFUSED;
        }
        return error.says(MODEL) ? Kind.NO_SUCH_MODEL : otherwise;
    }

    private static boolean isPassing(Kind kind, int status) {
        return kind == Kind.RATE_LIMITED || (kind == Kind.SERVER && status >= 400);
    }

    /**
     * For a call that failed below HTTP.
     *
     * @param answering the head of the answer had come
     */
    static Diagnosis of(Throwable error, boolean answering) {
        Throwable cause = root(error);
        Kind kind =
                switch (cause) {
                    case SocketTimeoutException _ -> Kind.NETWORK; // no connection in time
                    case TimeoutException _ -> Kind.TIMEOUT;
                    case HttpResponseException _ -> Kind.SERVER;
                    case HttpException _ -> Kind.SERVER;
                    case JsonProcessingException _ -> Kind.SERVER;
                    case IOException _ -> answering ? Kind.CONNECTION_LOST : Kind.NETWORK;
                    case UnresolvedAddressException _ -> Kind.NETWORK;
                    default -> Kind.SERVER; // an answer that openai-java cannot read
                };
        String message = cause.getMessage();
        String said = message == null ? cause.getClass().getSimpleName() : message;
        // What a library says of a silent or a broken connection helps no reader.
        boolean known = kind == Kind.NETWORK;
        return new Diagnosis(
                Failure.of(kind, known ? said : ""),
                kind == Kind.NETWORK && isPassing(cause),
                kind == Kind.SERVER || kind == Kind.CONNECTION_LOST ? null : cause);
    }

    /** Refused, or closed before a byte of the answer came, as an unused connection may be. */
    private static boolean isPassing(Throwable cause) {
        return !(cause instanceof SSLException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof SocketTimeoutException);
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (isWrapper(root) && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean isWrapper(Throwable error) {
        return error instanceof RuntimeException || error.getClass() == IOException.class;
    }

    static Diagnosis of(Kind kind) {
        return new Diagnosis(Failure.of(kind), false, null);
    }

    /** Takes out the key, and what looks like part of one: OpenAI repeats its ends. */
    private static String redact(String text, @Nullable String key) {
        String clean = key == null ? text : text.replace(key, REDACTED);
        return KEY_LIKE.matcher(clean).replaceAll(REDACTED);
    }

    ChatModelException exception() {
        return new ChatModelException(failure, cause);
    }
}
