package app.prosa.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Somebody's web page on an origin of its own, with the widget in it, and styles that spare
 * nothing.
 */
final class HostPage implements AutoCloseable {
    private static final String HOSTILE =
            """
            * { all: unset !important; color: red !important; font: 30px/3 cursive !important; }
            html { font-size: 40px !important; }
            body { display: block !important; background: #ffd !important; transform: rotate(1deg); }
            body > *, html > * { margin: 20px !important; }
            div, button, textarea, svg, article { display: none !important; }
            prosa-chat { display: none !important; opacity: 0 !important; }
            p, h1 { display: block !important; }
            """;

    /** Hears all keys, as pages with shortcuts do. */
    private static final String LISTENING =
            """
            window.heard = [];
            for (const type of ['keydown', 'keyup', 'keypress']) {
              document.addEventListener(type, (event) => heard.push(event.key));
            }
            """;

    private final HttpServer server;
    private final URI hub;
    private final String attributes;

    /**
     * @param attributes of the script element
     */
    HostPage(URI hub, String attributes) {
        this.hub = hub;
        this.attributes = attributes;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI page() {
        return URI.create(origin() + "/");
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange http) throws IOException {
        try (http) {
            switch (http.getRequestURI().getPath()) {
                case "/" -> send(http, "text/html; charset=utf-8", html());
                case "/page.css" -> send(http, "text/css", HOSTILE);
                case "/page.js" -> send(http, "text/javascript", LISTENING);
                default ->
                        send(http, "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
            }
        }
    }

    /** A policy that knows of the hub only what the widget's guide asks for. */
    private void send(HttpExchange http, String type, String text) throws IOException {
        String origin = hub.toString().substring(0, hub.toString().length() - 1);
        String policy =
                """
                default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self' %s; \
                connect-src %s; require-trusted-types-for 'script'\
                """
                        .formatted(origin, origin);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", type);
        http.getResponseHeaders().set("Content-Security-Policy", policy);
        http.sendResponseHeaders(200, bytes.length);
        http.getResponseBody().write(bytes);
    }

    private String html() {
        return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>A shop</title>
        <link rel="icon" href="icon.svg">
        <link rel="stylesheet" href="page.css">
        <script src="page.js"></script>
        <script src="%swidget.js" %s defer></script>
        </head>
        <body>
        <h1>A shop</h1>
        <p>Everything is for sale. <a href="#">Buy</a></p>
        </body>
        </html>
        """
                .formatted(hub, attributes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
