package app.prosa.testing.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections on this computer, each on a thread of its own. */
public final class LoopbackServer implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final Service service;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final Thread acceptor;

    /** What is done with a connection. */
    public interface Service {
        /**
         * @param number counts the connections from 1
         */
        void serve(Socket socket, int number);
    }

    private LoopbackServer(int port, Service service) throws IOException {
        this.service = service;
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 4096);
        this.acceptor = Thread.ofVirtual().name("loopback-server").start(this::accept);
    }

    /** On a free port. */
    public static LoopbackServer start(Service service) {
        return start(0, service);
    }

    public static LoopbackServer start(int port, Service service) {
        try {
            return new LoopbackServer(port, service);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each request is answered by a platform. */
    public static LoopbackServer start(FakePlatform platform) {
        return start(0, platform);
    }

    public static LoopbackServer start(int port, FakePlatform platform) {
        return start(port, (socket, _) -> new AnsweredConnection(platform, socket).serve());
    }

    /** Without a path. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many are open. */
    public int open() {
        return open.size();
    }

    /** How many there were. */
    public int connections() {
        return connections.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                int number = connections.incrementAndGet();
                Thread.ofVirtual()
                        .start(() -> {
                            service.serve(socket, number);
                            open.remove(socket);
                        });
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Breaks off what is open; from then on nobody is connected any more. */
    @Override
    public void close() {
        try {
            server.close();
            // The port is given up by the thread that waits for connections, when it wakes up.
            acceptor.join();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
