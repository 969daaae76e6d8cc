package app.prosa.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.Callback;

/**
 * Notices that a client goes away while it waits for its answer. Nobody else reads from the
 * connection then: the request is whole, and the server looks for the next one only after the
 * answer. A client that closes its half of the connection is taken for gone as well.
 */
public final class Departure {
    private static final int SPARE = 4096;

    private final Connection connection;
    private final AbstractEndPoint endPoint;
    private final Runnable onGone;
    private boolean over;

    private final class Arrival implements Callback {
        @Override
        public void succeeded() {
            look();
        }

        @Override
        public void failed(Throwable cause) {
            gone();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    private Departure(Connection connection, AbstractEndPoint endPoint, Runnable onGone) {
        this.connection = connection;
        this.endPoint = endPoint;
        this.onGone = onGone;
    }

    /**
     * Watches until the exchange ends; its request has to be read to the end.
     *
     * @param onGone called at most once, by a thread that must not wait
     */
    public static void watch(Exchange exchange, Runnable onGone) {
        Connection connection = exchange.request().getConnectionMetaData().getConnection();
        if (connection.getEndPoint() instanceof AbstractEndPoint endPoint) {
            Departure departure = new Departure(connection, endPoint, onGone);
            exchange.atEnd(departure::stop);
            endPoint.tryFillInterested(departure.new Arrival());
        }
    }

    private void look() {
        if (hears()) {
            gone();
        }
    }

    /**
     * @return true when there is nobody any more
     */
    private synchronized boolean hears() {
        if (over) {
            return false;
        }
        ByteBuffer early = ByteBuffer.allocate(SPARE).limit(0);
        try {
            int read = endPoint.fill(early);
            if (read > 0) {
                // The next request came before its time: whoever sends it is there.
                over = true;
                if (connection instanceof Connection.UpgradeTo reader) {
                    reader.onUpgradeTo(early);
                }
                return false;
            }
            return read < 0 || !endPoint.tryFillInterested(new Arrival());
        } catch (IOException e) {
            return true;
        }
    }

    private void gone() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        onGone.run();
    }

    /** From here on the connection is the server's again. */
    private void stop() {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        endPoint.getFillInterest().onFail(new ClosedChannelException());
    }
}
