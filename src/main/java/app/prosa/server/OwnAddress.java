package app.prosa.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/** Under which address the others in its network reach this computer. */
final class OwnAddress {
    /** Nobody's: kept for examples, RFC 5737. */
    private static final InetSocketAddress FAR_AWAY = new InetSocketAddress("192.0.2.1", 9);

    private OwnAddress() {}

    /**
     * The address that this computer goes out with; of several networks that is the one in use. To
     * connect a datagram socket sends nothing: the system only looks up its routes.
     */
    static Optional<InetAddress> find() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(FAR_AWAY);
            InetAddress own = socket.getLocalAddress();
            boolean tells = !own.isAnyLocalAddress() && !own.isLoopbackAddress();
            return tells ? Optional.of(own) : Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
