package app.prosa.channel.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformHttpTest {
    private static final Limit USUAL = new Limit(Duration.ofSeconds(10), 100);
    private static final Limit SHORT = new Limit(Duration.ofMillis(200), 100);
    private static final byte[] BODY = {'{', '}'};

    private final PlatformHttp http = new PlatformHttp(Duration.ofSeconds(5));

    @AfterEach
    void close() {
        http.close();
    }

    private Exchange post(URI uri, Limit limit) throws InterruptedException {
        return http.post(uri, Map.of("Content-Type", "application/json"), BODY, limit);
    }

    private static Exchange.Broken broken(Exchange exchange) {
        return assertInstanceOf(Exchange.Broken.class, exchange);
    }

    @Test
    void an_answer_is_one_whatever_its_status() throws Exception {
        try (ScriptedServer server =
                ScriptedServer.keeping("HTTP/1.1 503 X\r\nContent-Length: 2\r\n\r\nNo")) {
            Exchange.Answered answer =
                    assertInstanceOf(Exchange.Answered.class, post(server.uri(), USUAL));
            assertEquals(503, answer.status());
            assertEquals("No", new String(answer.body().bytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_redirect_is_not_followed() throws Exception {
        try (ScriptedServer elsewhere = ScriptedServer.keeping("");
                ScriptedServer server =
                        ScriptedServer.keeping(
                                "HTTP/1.1 307 X\r\nLocation: "
                                        + elsewhere.uri()
                                        + "\r\nContent-Length: 0\r\n\r\n")) {
            Exchange.Answered answer =
                    assertInstanceOf(
                            Exchange.Answered.class, http.get(server.uri(), Map.of(), USUAL));
            assertEquals(307, answer.status());
            assertEquals(0, elsewhere.requests.get());
        }
    }

    @Test
    void an_answer_that_is_too_large_is_let_go() throws Exception {
        String endless = "HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\n";
        try (ScriptedServer server =
                ScriptedServer.keeping(endless + "65\r\n" + "x".repeat(101) + "\r\n")) {
            assertEquals(new Exchange.Oversized(200), http.get(server.uri(), Map.of(), USUAL));
            server.left.get(10, TimeUnit.SECONDS);
        }
        try (ScriptedServer server =
                ScriptedServer.keeping(endless + "64\r\n" + "x".repeat(100) + "\r\n0\r\n\r\n")) {
            assertInstanceOf(Exchange.Answered.class, http.get(server.uri(), Map.of(), USUAL));
        }
    }

    @Test
    void where_nobody_listens_nothing_arrived() throws Exception {
        URI nowhere;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        assertFalse(broken(post(nowhere, USUAL)).mayHaveArrived());
        URI unknown = URI.create("http://nobody.invalid/");
        assertFalse(broken(post(unknown, USUAL)).mayHaveArrived());
    }

    @Test
    void where_tls_does_not_come_about_nothing_arrived() throws Exception {
        // It has no certificate.
        try (ServerSocket server =
                SSLServerSocketFactory.getDefault()
                        .createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> shakeHands(server));
            URI uri = URI.create("https://127.0.0.1:" + server.getLocalPort());
            assertFalse(broken(post(uri, USUAL)).mayHaveArrived());
        }
    }

    private static void shakeHands(ServerSocket server) {
        try (Socket socket = server.accept()) {
            assertEquals(-1, socket.getInputStream().read());
        } catch (IOException e) {
            // as intended
        }
    }

    @Test
    void a_request_whose_connection_breaks_afterwards_may_have_arrived_and_is_not_repeated()
            throws Exception {
        try (ScriptedServer server = ScriptedServer.closing("")) {
            assertTrue(broken(post(server.uri(), USUAL)).mayHaveArrived());
            assertEquals(1, server.requests.get());
        }
        try (ScriptedServer server =
                ScriptedServer.closing("HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nhalf")) {
            assertTrue(broken(post(server.uri(), USUAL)).mayHaveArrived());
        }
    }

    @Test
    void silence_ends_in_time_and_the_connection_with_it() throws Exception {
        for (String start : new String[] {"", "HTTP/1.1 200 X\r\nContent-Length: 9\r\n\r\nhalf"}) {
            try (ScriptedServer server = ScriptedServer.keeping(start)) {
                assertTrue(broken(post(server.uri(), SHORT)).mayHaveArrived());
                server.left.get(10, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void whoever_is_interrupted_gives_the_request_up() throws Exception {
        try (ScriptedServer server = ScriptedServer.keeping("")) {
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread caller =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    post(server.uri(), USUAL);
                                    interrupted.complete(false);
                                } catch (InterruptedException e) {
                                    interrupted.complete(true);
                                }
                            });
            server.asked.get(10, TimeUnit.SECONDS);
            caller.interrupt();
            assertTrue(interrupted.get(10, TimeUnit.SECONDS));
            server.left.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void closing_ends_what_is_under_way() throws Exception {
        try (ScriptedServer server = ScriptedServer.keeping("")) {
            CompletableFuture<Exchange> ended = new CompletableFuture<>();
            Thread.ofVirtual()
                    .start(() -> {
                        try {
                            ended.complete(post(server.uri(), USUAL));
                        } catch (InterruptedException e) {
                            ended.completeExceptionally(e);
                        }
                    });
            server.body.get(10, TimeUnit.SECONDS);
            http.close();
            assertTrue(broken(ended.get(5, TimeUnit.SECONDS)).mayHaveArrived());
        }
    }

    @Test
    void after_closing_nothing_is_sent() throws Exception {
        try (ScriptedServer server = ScriptedServer.keeping("")) {
            http.close();
            assertFalse(broken(post(server.uri(), USUAL)).mayHaveArrived());
            assertEquals(0, server.requests.get());
        }
    }

    @Test
    void nothing_that_is_said_shows_the_path() throws Exception {
        try (ScriptedServer server = ScriptedServer.closing("nonsense\r\n\r\n")) {
            String said = post(server.uri(), USUAL).toString();
            assertFalse(said.contains("secret-path"), said);
        }
    }
}
