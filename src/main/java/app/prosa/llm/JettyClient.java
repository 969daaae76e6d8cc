package app.prosa.llm;

import java.time.Duration;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** How Jetty's client is set up for long answers from few servers. */
final class JettyClient {
    private static final int MOST_CONNECTIONS = 16_384;
    private static final int MOST_THREADS = 8;
    private static final Duration KEEP_UNUSED = Duration.ofSeconds(30);

    private JettyClient() {}

    static HttpClient started(TimeLimits limits) {
        HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector(limits));
        // Our listeners only hand bytes over, so the thread that reads may call them itself.
        transport.setInvocationType(InvocationType.NON_BLOCKING);
        HttpClient fresh = new HttpClient(transport);
        fresh.setAddressResolutionTimeout(limits.connect().toMillis());
        fresh.setIdleTimeout(KEEP_UNUSED.toMillis());
        fresh.setMaxConnectionsPerDestination(MOST_CONNECTIONS);
        fresh.setMaxRequestsQueuedPerDestination(MOST_CONNECTIONS);
        fresh.setFollowRedirects(false);
        fresh.setUserAgentField(null);
        fresh.setHttpCookieStore(new HttpCookieStore.Empty());
        try {
            LifeCycle.start(fresh);
        } catch (RuntimeException e) {
            LifeCycle.stop(fresh);
            throw new TransportException(e);
        }
        // A 401 is an answer for us to read, not one for Jetty to try again; and ten thousand
        // streams should not hold ten thousand inflaters.
        fresh.getProtocolHandlers().clear();
        fresh.getContentDecoderFactories().clear();
        return fresh;
    }

    private static ClientConnector connector(TimeLimits limits) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1);
        threads.setName("llm-http");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        threads.setIdleTimeout((int) KEEP_UNUSED.toMillis());
        ClientConnector connector = new ClientConnector();
        connector.setSelectors(1);
        connector.setExecutor(threads);
        connector.setScheduler(new ScheduledExecutorScheduler("llm-http-timer", true));
        connector.setConnectTimeout(limits.connect());
        // Trusts what this Java trusts, and checks the host's name.
        connector.setSslContextFactory(new SslContextFactory.Client());
        return connector;
    }
}
