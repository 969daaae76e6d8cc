package app.prosa.server;

import app.prosa.server.http.Exchange;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Closes connections that have sent no whole request for too long. The server's own time-out begins
 * anew with every byte, so a client that sends one now and then could hold a connection for ever.
 */
final class SlowClients implements Connection.Listener {
    private final ConcurrentHashMap<EndPoint, Waiting> connections = new ConcurrentHashMap<>();
    private final long patience;

    /** Since when a connection has had nothing to do. */
    private static final class Waiting {
        volatile long since = System.nanoTime();
        volatile boolean busy;
    }

    SlowClients(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public void onOpened(Connection connection) {
        connections.putIfAbsent(socket(connection), new Waiting());
    }

    @Override
    public void onClosed(Connection connection) {
        connections.remove(socket(connection));
    }

    /** With TLS there are two connections on one socket. */
    private static EndPoint socket(Connection connection) {
        EndPoint endPoint = connection.getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return endPoint;
    }

    void watch(Exchange exchange) {
        Connection connection = exchange.request().getConnectionMetaData().getConnection();
        Waiting waiting = connections.get(socket(connection));
        if (waiting != null) {
            waiting.busy = true;
            exchange.atEnd(() -> {
                waiting.since = System.nanoTime();
                waiting.busy = false;
            });
        }
    }

    /** To be called every few seconds. */
    void tick() {
        long now = System.nanoTime();
        connections.forEach((endPoint, waiting) -> {
            if (!waiting.busy && now - waiting.since > patience) {
                endPoint.close();
            }
        });
    }

    int open() {
        return connections.size();
    }
}
