package app.prosa.llm;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One call's way to the server: what openai-java sees as its HTTP client. Used by one thread.
 *
 * <p>It keeps back answers of the wrong kind, so that all of them are sorted by us, with the words
 * of the server.
 */
final class Call implements HttpClient {
    private static final int MOST_ERROR_BYTES = 64 << 10;

    private final JettyTransport transport;
    private final Duration whole;
    private @Nullable JettyResponse response;

    /**
     * @param whole the limit on the whole exchange, or zero for none
     */
    Call(JettyTransport transport, Duration whole) {
        this.transport = transport;
        this.whole = whole;
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        return checked(transport.send(request, whole), false);
    }

    /**
     * Asks for a streamed answer, past openai-java: of what a call costs, its way of sending took
     * more than the network (see CONTRIBUTING).
     */
    JettyResponse ask(Endpoint endpoint, byte[] body) {
        return checked(transport.post(endpoint.chat(), endpoint.headers(), body), true);
    }

    private JettyResponse checked(JettyResponse answer, boolean stream) {
        response = answer;
        if (answer.statusCode() / 100 != 2 || !isOfKind(stream, answer)) {
            throw refusal(answer);
        }
        return answer;
    }

    /** An error or a page that comes as 200 is none; some servers stream without saying so. */
    private static boolean isOfKind(boolean stream, JettyResponse answer) {
        String type = answer.header("Content-Type").toLowerCase(Locale.ROOT);
        return !type.startsWith("text/html") && !(stream && type.contains("json"));
    }

    private static RefusedException refusal(JettyResponse answer) {
        Duration retryAfter =
                RefusedException.retryAfter(
                        answer.header("Retry-After-Ms"),
                        answer.header("Retry-After"),
                        Instant.now());
        return new RefusedException(answer.statusCode(), text(answer), retryAfter);
    }

    private static String text(JettyResponse answer) {
        try {
            byte[] bytes = answer.body().readNBytes(MOST_ERROR_BYTES);
            answer.close();
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new TransportException(e);
        }
    }

    /** The head of an answer has come. */
    boolean isAnswered() {
        return response != null;
    }

    /** {@code [DONE]} was read. */
    boolean isDone() {
        return response != null && response.isClosed();
    }

    /** Closes the connection at once, unless the answer is complete. */
    void abort() {
        if (response != null) {
            response.abort();
        }
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(
            HttpRequest request, RequestOptions options) {
        throw new UnsupportedOperationException("Every call here has a thread of its own.");
    }

    /** The transport outlives the call. */
    @Override
    public void close() {}
}
