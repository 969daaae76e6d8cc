package app.prosa.bench.hub;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;

/** One connection to a server, over which questions are asked one after the other. */
public final class Caller implements AutoCloseable {
    /** The question of those who only warm the hub up. */
    static final String AT_ONCE = "Answer at once.";

    private static final String QUESTION = "How do I reset my password?";
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private final String user;
    private final String question;

    /**
     * @param user who asks
     */
    public Caller(int port, String user) throws IOException {
        this(port, user, QUESTION);
    }

    Caller(int port, String user, String question) throws IOException {
        this.user = user;
        this.question = question;
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.connect(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 4096);
    }

    /**
     * Asks and reads the whole answer.
     *
     * @return its status
     */
    public int ask() throws IOException {
        return ask("application/json", line -> {});
    }

    /**
     * Asks for a stream.
     *
     * @param line is told each line of it
     * @return the status
     */
    public int stream(Consumer<String> line) throws IOException {
        return ask("text/event-stream", line);
    }

    private int ask(String accept, Consumer<String> line) throws IOException {
        String body =
                """
                {"user_id":"%s","channel":"web","message_id":"%s","text":"%s"}\
                """
                        .formatted(user, UUID.randomUUID(), question);
        String head =
                """
                POST /api/chat HTTP/1.1\r
                Host: localhost\r
                Accept: %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """
                        .formatted(accept, body.length());
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        return answer(line);
    }

    private int answer(Consumer<String> told) throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith("content-length:")) {
                length = Integer.parseInt(name.substring(15).strip());
            } else if (name.startsWith("transfer-encoding:")) {
                chunked = name.contains("chunked");
            }
        }
        if (chunked) {
            chunks(told);
        } else if (length > 0) {
            in.skipNBytes(length);
        }
        return status;
    }

    private void chunks(Consumer<String> told) throws IOException {
        StringBuilder rest = new StringBuilder();
        for (int size = size(); size > 0; size = size()) {
            rest.append(new String(in.readNBytes(size), StandardCharsets.UTF_8));
            int end = rest.indexOf("\n");
            while (end >= 0) {
                told.accept(rest.substring(0, end));
                rest.delete(0, end + 1);
                end = rest.indexOf("\n");
            }
            line(); // which Jetty sends with the next chunk
        }
        line();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
