package app.prosa.channel.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/**
 * Calls a platform. The calling thread waits, so it should be a virtual one. What goes wrong is an
 * {@link Exchange}, not an exception, so that no stack trace carries a URL away.
 */
public final class PlatformHttp implements AutoCloseable {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    /**
     * @param connect how long the connection may take, TLS not included
     */
    public PlatformHttp(Duration connect) {
        this.client =
                HttpClient.newBuilder()
                        // Over HTTP/2 all calls would share one connection, and its death.
                        .version(Version.HTTP_1_1)
                        .followRedirects(Redirect.NEVER)
                        .connectTimeout(connect)
                        .executor(threads)
                        .build();
    }

    /**
     * The request may reach the server twice: the JDK repeats it when the connection breaks before
     * an answer.
     *
     * @throws InterruptedException after the request was given up
     */
    public Exchange get(URI uri, Map<String, String> headers, Limit limit)
            throws InterruptedException {
        WatchedBody none = new WatchedBody(BodyPublishers.noBody());
        return call(request(uri, headers).GET().build(), none, limit);
    }

    /**
     * The request reaches the server once at most.
     *
     * @throws InterruptedException after the request was given up; it may have arrived
     */
    public Exchange post(URI uri, Map<String, String> headers, byte[] body, Limit limit)
            throws InterruptedException {
        WatchedBody watched = new WatchedBody(BodyPublishers.ofByteArray(body));
        return call(request(uri, headers).POST(watched).build(), watched, limit);
    }

    private static HttpRequest.Builder request(URI uri, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        headers.forEach(request::header);
        return request;
    }

    private Exchange call(HttpRequest request, WatchedBody sent, Limit limit)
            throws InterruptedException {
        CompletableFuture<HttpResponse<Optional<Body>>> answer =
                client.sendAsync(request, _ -> new BoundedBody(limit.bytes()));
        try {
            // The client's own limit ends with the head of the answer; the body may never come.
            return answered(answer.get(limit.time().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Exchange.Broken(sent.wasAskedFor(), "no answer in time");
        } catch (ExecutionException e) {
            return broken(sent, Objects.requireNonNullElse(e.getCause(), e));
        } catch (CancellationException e) {
            return new Exchange.Broken(sent.wasAskedFor(), "cancelled");
        } finally {
            answer.cancel(true); // closes the connection, unless the answer is complete
        }
    }

    private static Exchange answered(HttpResponse<Optional<Body>> response) {
        return response.body()
                .<Exchange>map(body ->
                        new Exchange.Answered(response.statusCode(), response.headers(), body))
                .orElseGet(() -> new Exchange.Oversized(response.statusCode()));
    }

    private static Exchange broken(WatchedBody sent, Throwable error) {
        // The body is asked for while TLS still shakes hands, and leaves only afterwards.
        boolean stranger = error instanceof SSLHandshakeException;
        String message = error.getMessage();
        String name = error.getClass().getSimpleName();
        return new Exchange.Broken(
                sent.wasAskedFor() && !stranger, message == null ? name : name + ": " + message);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        client.shutdownNow();
        threads.shutdownNow();
    }
}
