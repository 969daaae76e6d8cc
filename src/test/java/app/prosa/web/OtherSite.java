package app.prosa.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Somebody's web page on an origin of its own, which knows nothing of the hub. */
final class OtherSite implements AutoCloseable {
    private static final byte[] PAGE =
            "<!doctype html><title>Another</title><link rel=icon href=data:,><p>Another site"
                    .getBytes(StandardCharsets.UTF_8);

    private final HttpServer server;

    OtherSite() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", OtherSite::answer);
        server.start();
    }

    private static void answer(HttpExchange http) throws IOException {
        try (http) {
            http.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            http.sendResponseHeaders(200, PAGE.length);
            http.getResponseBody().write(PAGE);
        }
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI page() {
        return URI.create(origin() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
