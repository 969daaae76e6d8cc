package app.prosa.channel.simulator;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers the hub in the place of a platform, for this computer alone. */
final class StandIn implements AutoCloseable {
    private static final int MOST_BODY = 1 << 20;

    private final Side side;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private StandIn(Side side, HttpServer server) {
        this.side = side;
        this.server = server;
    }

    /** At a port that is free. */
    static StandIn open(Side side) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        HttpServer server = HttpServer.create(new InetSocketAddress(here, 0), 0);
        StandIn standIn = new StandIn(side, server);
        server.setExecutor(standIn.threads);
        server.createContext("/", standIn::handle);
        server.start();
        return standIn;
    }

    URI address() {
        InetSocketAddress at = server.getAddress();
        return URI.create("http://127.0.0.1:" + at.getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Side.Reply reply = side.answer(call(exchange));
            byte[] body = Json.bytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static Side.Call call(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BODY);
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        return new Side.Call(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Objects.requireNonNullElse(authorization, ""),
                Json.read(body).orElseGet(() -> new Fields(MissingNode.getInstance())));
    }

    @Override
    public void close() {
        side.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
