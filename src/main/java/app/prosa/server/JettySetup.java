package app.prosa.server;

import app.prosa.settings.hub.HubSettings;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;

/** How Jetty is set up: few threads that move bytes, and a virtual one for each request. */
final class JettySetup {
    private static final int MOST_THREADS = 16;
    private static final int THREADS_KEPT_MILLIS = 30_000;

    /**
     * A burst of new connections waits here; with the usual 50 to 128 it would stall for seconds.
     */
    private static final int ACCEPT_QUEUE = 4096;

    private static final int IDLE_MILLIS = 30_000;
    private static final int LONGEST_HEADERS = 16 * 1024;
    private static final int BUFFER = 8 * 1024;

    /** A buffer that is got for each request is no larger than what comes and goes usually. */
    private static final int USUAL_REQUEST = 4 * 1024;

    private static final int USUAL_HEADERS = 1024;

    private JettySetup() {}

    /**
     * Without a pool of buffers. Jetty answers a request that is no HTTP on another thread while
     * the one that read it still holds the buffer; under load both use it, and give it back, after
     * the next connection got it from the pool. What one client sent, such as the rest of a path
     * that is too long, then became the beginning of another's request.
     */
    static Server server() {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 2);
        threads.setName("hub");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        threads.setIdleTimeout(THREADS_KEPT_MILLIS);
        threads.setVirtualThreadsExecutor(Thread::startVirtualThread);
        Server server = new Server(threads, null, ByteBufferPool.NON_POOLING);
        server.setStopTimeout(0);
        return server;
    }

    /**
     * @param tls null for plain HTTP
     */
    static ServerConnector connector(
            Server server, HubSettings settings, SslContextFactory.@Nullable Server tls) {
        HttpConnectionFactory http = new HttpConnectionFactory(configuration());
        http.setInputBufferSize(USUAL_REQUEST);
        ConnectionFactory[] protocols =
                tls == null
                        ? new ConnectionFactory[] {http}
                        : new ConnectionFactory[] {
                            new SslConnectionFactory(tls, http.getProtocol()), http
                        };
        int selectors = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);
        ServerConnector connector =
                new ServerConnector(server, null, null, null, 1, selectors, protocols);
        connector.setHost(new Whereabouts(settings).bound().getHostAddress());
        connector.setPort(settings.port());
        connector.setAcceptQueueSize(ACCEPT_QUEUE);
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(0);
        server.addConnector(connector);
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEADERS);
        http.setOutputBufferSize(BUFFER);
        http.setResponseHeaderSize(USUAL_HEADERS);
        http.setMaxResponseHeaderSize(LONGEST_HEADERS);
        // Buffers outside the heap are dear, and are got anew for each request.
        http.setUseInputDirectByteBuffers(false);
        http.setUseOutputDirectByteBuffers(false);
        http.setHttpCompliance(HttpCompliance.RFC7230);
        // Paths are looked at as they are sent, segment by segment, and name no files: a user's id
        // may hold an encoded slash, percent sign or pair of dots.
        http.setUriCompliance(
                UriCompliance.RFC3986.with(
                        "hub",
                        Violation.AMBIGUOUS_PATH_SEPARATOR,
                        Violation.AMBIGUOUS_PATH_ENCODING,
                        Violation.AMBIGUOUS_PATH_SEGMENT,
                        Violation.AMBIGUOUS_PATH_PARAMETER,
                        Violation.AMBIGUOUS_EMPTY_SEGMENT,
                        Violation.SUSPICIOUS_PATH_CHARACTERS));
        return http;
    }
}
