package app.prosa.server;

import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubProblem.Kind;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.eclipse.jetty.server.ServerConnector;

/** Takes the port, or finds out why it cannot be had. */
final class Listener {
    private static final int FIRST_FREE_FOR_ALL = 1024;
    private static final int LAST = 0xffff;
    private static final int SEARCHED = 100;

    private Listener() {}

    /**
     * @throws HubFailure when the port cannot be had
     */
    static void open(ServerConnector connector) throws HubFailure {
        try {
            connector.open();
        } catch (IOException e) {
            throw new HubFailure(problem(connector, e), e);
        }
    }

    private static HubProblem problem(ServerConnector connector, IOException failure) {
        InetAddress address = InetAddress.ofLiteral(connector.getHost());
        int port = connector.getPort();
        if (!isHere(address)) {
            return new HubProblem(Kind.NO_SUCH_ADDRESS, connector.getHost(), 0);
        }
        // Jetty wraps the cause.
        boolean refused = failure.getCause() instanceof BindException;
        if (!refused && !(failure instanceof BindException)) {
            String where = connector.getHost() + ":" + port;
            return new HubProblem(Kind.UNEXPECTED, where, 0);
        }
        boolean taken =
                isFree(address, 0) && (port >= FIRST_FREE_FOR_ALL || isTaken(address, port));
        return taken
                ? new HubProblem(Kind.PORT_IN_USE, Integer.toString(port), nextFree(address, port))
                : new HubProblem(Kind.PORT_FORBIDDEN, Integer.toString(port), 0);
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException e) {
            return false;
        }
    }

    private static int nextFree(InetAddress address, int port) {
        for (int next = port + 1; next <= Math.min(LAST, port + SEARCHED); next++) {
            if (isFree(address, next)) {
                return next;
            }
        }
        return 0;
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Somebody answers there, which tells a port in use from one that is not for us. */
    private static boolean isTaken(InetAddress address, int port) {
        InetAddress near = address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        try (Socket probe = new Socket()) {
            probe.connect(new InetSocketAddress(near, port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
