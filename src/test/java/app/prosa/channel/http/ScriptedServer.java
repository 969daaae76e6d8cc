package app.prosa.channel.http;

import app.prosa.testing.http.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that says always the same, and then closes the connection or keeps it. */
final class ScriptedServer implements AutoCloseable {
    private final String answer;
    private final boolean keeps;
    final AtomicInteger requests = new AtomicInteger();
    final CompletableFuture<Void> asked = new CompletableFuture<>();

    /** The first byte after the head of a request has come, to a server that keeps connections. */
    final CompletableFuture<Void> body = new CompletableFuture<>();

    final CompletableFuture<Void> left = new CompletableFuture<>();
    private final LoopbackServer server;

    private ScriptedServer(String answer, boolean keeps) {
        this.answer = answer;
        this.keeps = keeps;
        this.server = LoopbackServer.start((socket, _) -> serve(socket));
    }

    static ScriptedServer closing(String answer) {
        return new ScriptedServer(answer, false);
    }

    static ScriptedServer keeping(String answer) {
        return new ScriptedServer(answer, true);
    }

    URI uri() {
        return server.uri().resolve("/secret-path");
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            readHead(in);
            requests.incrementAndGet();
            asked.complete(null);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            while (keeps && in.read() >= 0) {
                body.complete(null); // until the client leaves
            }
        } catch (IOException e) {
            // the client left
        }
        left.complete(null);
    }

    private static void readHead(InputStream in) throws IOException {
        int end = 0;
        while (end != 0x0D0A0D0A) {
            end = (end << 8) | in.read();
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
