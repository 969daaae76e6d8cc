package app.prosa.llm;

import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 by Jetty's client. The caller's (virtual) thread waits for the answer and reads it;
 * Jetty's few threads only move bytes. Started by the first call.
 *
 * <p>HTTP/1.1, because a broken connection then breaks one answer and not all of them, and because
 * it was the only one without failures when a thousand calls started at once.
 */
final class JettyTransport implements AutoCloseable {
    private final TimeLimits limits;
    private final SystemProxy proxies;
    private final ReentrantLock starting = new ReentrantLock();
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile @Nullable HttpClient client;
    private volatile boolean closed;

    JettyTransport(TimeLimits limits) {
        this(limits, SystemProxy.ofThisComputer());
    }

    JettyTransport(TimeLimits limits, SystemProxy proxies) {
        this.limits = limits;
        this.proxies = proxies;
    }

    /** Starts it if it is not running. */
    void start() {
        client();
    }

    /**
     * Sends a request and waits until the head of the answer is there.
     *
     * @param whole the limit on the whole exchange, or zero for none
     * @throws TransportException when there is no answer; when the thread was interrupted, its
     *     interrupt status is set again
     */
    JettyResponse send(HttpRequest request, Duration whole) {
        return send(prepare(request, whole));
    }

    /**
     * As {@link #send}, with a body of JSON and without a limit on the whole.
     *
     * @param headers to be sent as they are
     */
    JettyResponse post(URI uri, HttpFields headers, byte[] body) {
        return send(
                prepare(uri, Duration.ZERO)
                        .method(HttpMethod.POST)
                        .headers(to -> to.add(headers))
                        .body(new BytesRequestContent("application/json", body)));
    }

    private JettyResponse send(Request sent) {
        Inflow inflow = new Inflow();
        sent.send(inflow);
        try {
            // Jetty itself ends the wait, by the limits on connecting and on silence.
            return new JettyResponse(sent, inflow.awaitHead(), inflow);
        } catch (InterruptedException e) {
            var _ = sent.abort(e);
            Thread.currentThread().interrupt();
            throw new TransportException(e);
        }
    }

    private Request prepare(HttpRequest request, Duration whole) {
        Request prepared =
                prepare(URI.create(request.url()), whole)
                        .method(request.method().name())
                        .headers(to -> request.headers().asMap().forEach(to::put));
        HttpRequestBody body = request.body();
        return body == null ? prepared : prepared.body(content(body));
    }

    private Request prepare(URI uri, Duration whole) {
        HttpClient running = client();
        rememberProxy(running, uri);
        return running.newRequest(uri)
                .idleTimeout(limits.silence().toMillis(), TimeUnit.MILLISECONDS)
                .timeout(whole.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Request.Content content(HttpRequestBody body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        body.writeTo(bytes);
        String type = body.contentType();
        return new BytesRequestContent(
                type == null ? "application/json" : type, bytes.toByteArray());
    }

    private void rememberProxy(HttpClient running, URI uri) {
        if (known.add(uri.getScheme() + "://" + uri.getAuthority())) {
            proxies.forAddress(uri).ifPresent(running.getProxyConfiguration()::addProxy);
        }
    }

    private HttpClient client() {
        HttpClient running = client;
        return running == null ? startOnce() : running;
    }

    private HttpClient startOnce() {
        starting.lock();
        try {
            if (closed) {
                throw new TransportException(new ClosedChannelException());
            }
            HttpClient running = client;
            if (running == null) {
                running = JettyClient.started(limits);
                client = running;
            }
            return running;
        } finally {
            starting.unlock();
        }
    }

    /** Breaks off what is under way. */
    @Override
    public void close() {
        starting.lock();
        try {
            closed = true;
            HttpClient running = client;
            client = null;
            if (running != null) {
                LifeCycle.stop(running);
            }
        } finally {
            starting.unlock();
        }
    }
}
