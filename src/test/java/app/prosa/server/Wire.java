package app.prosa.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A client that says exactly what a test tells it to. One for each call, one connection each. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;
    private final InputStream in;

    Wire(int port) throws IOException {
        this(port, 0);
    }

    /**
     * @param buffer how much the system takes in for a client that does not read; 0 for the usual
     */
    Wire(int port, int buffer) throws IOException {
        socket = new Socket();
        if (buffer > 0) {
            socket.setReceiveBufferSize(buffer);
        }
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    Wire say(String text) throws IOException {
        return say(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire say(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    /** No more will be said. */
    Wire over() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Answer hear() throws IOException {
        return Answer.read(in);
    }

    InputStream in() {
        return in;
    }

    /** Whether the other side has closed; waits for it. */
    boolean isCut() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether it closes within this time. */
    boolean isCutWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        return isCut();
    }

    /** Everything that was sent before the other side closed. */
    String rest() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            in.transferTo(all);
        } catch (SocketException e) {
            // It was cut off.
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** A request in the making. */
    static final class Call {
        private final int port;
        private final String method;
        private final String path;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private byte[] body = new byte[0];

        Call(int port, String method, String path) {
            this.port = port;
            this.method = method;
            this.path = path;
            headers.put("Host", "localhost:" + port);
        }

        Call with(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Call without(String name) {
            headers.remove(name);
            return this;
        }

        Call json(String json) {
            return body("application/json", json.getBytes(StandardCharsets.UTF_8));
        }

        Call body(String type, byte[] bytes) {
            body = bytes;
            with("Content-Length", Integer.toString(bytes.length));
            return with("Content-Type", type);
        }

        String method() {
            return method;
        }

        byte[] body() {
            return body;
        }

        /** Sends it, and leaves the answer to be read. */
        Wire start() throws IOException {
            return new Wire(port).say(bytes());
        }

        byte[] bytes() {
            StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
            headers.forEach(
                    (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
            byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
            byte[] all = new byte[start.length + body.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(body, 0, all, start.length, body.length);
            return all;
        }

        Answer send() throws IOException {
            try (Wire wire = start()) {
                return Answer.read(wire.in, method.equals("HEAD"));
            }
        }
    }
}
