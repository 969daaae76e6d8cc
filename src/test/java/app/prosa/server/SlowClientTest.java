package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.server.http.Patience;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that take their time, with a hub that has little patience. */
class SlowClientTest extends HubRig {
    private static final Duration SHORT = Duration.ofMillis(300);

    @BeforeEach
    void loseThePatience() {
        hub.stop();
        hub = new Hub(parts(), new Patience(SHORT, SHORT, SHORT, SHORT, SHORT, SHORT));
        port = started();
    }

    @Test
    void a_head_that_comes_letter_by_letter_is_not_waited_for() throws Exception {
        try (Wire wire = new Wire(port)) {
            assertTrue(sayUntilCut(wire, "GET /health HTTP/1.1\r\nX-Slow: "));
        }
        assertEquals(200, get("/health").send().status());
    }

    @Test
    void a_connection_that_was_used_once_does_not_stay_for_ever() throws Exception {
        try (Wire wire = get("/health").start()) {
            assertEquals(200, wire.hear().status());
            assertTrue(wire.isCut());
        }
    }

    @Test
    void a_body_that_comes_letter_by_letter_is_refused() throws Exception {
        Wire.Call call =
                call("POST", "/api/chat")
                        .with("Content-Type", "application/json")
                        .with("Content-Length", "60000");
        try (Wire wire = call.start()) {
            Answer answer = wire.say("{\"user_id\"").hear();
            assertEquals(408, answer.status());
            assertEquals("request_timeout", answer.code());
            assertEquals("close", answer.header("connection"));
        }
        assertEquals(0, model.requests().size());
    }

    /** In pieces, or in the headers that may follow the last one. */
    @ParameterizedTest
    @ValueSource(strings = {"1\r\n \r\n", "0\r\nX-Trailer: x"})
    void a_body_in_chunks_without_an_end_is_refused(String begin) throws Exception {
        Wire.Call call =
                call("POST", "/api/chat")
                        .with("Content-Type", "application/json")
                        .with("Transfer-Encoding", "chunked");
        try (Wire wire = call.start()) {
            Answer answer = wire.say(begin).hear();
            assertEquals(408, answer.status());
            assertEquals("request_timeout", answer.code());
            assertTrue(wire.isCut());
        }
        assertEquals(0, model.requests().size());
    }

    @Test
    void whoever_waits_for_an_answer_is_waited_for() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            go.await();
            sink.answer("late");
        });
        try (Wire waiting = chat("ana", "oi").start();
                Events events = Events.of(get("/api/conversation/bia/web/events").start())) {
            for (int comments = 0; comments < 5; ) {
                Events.Event event = events.nextOrComment();
                assertEquals(":", event == null ? "the end" : event.name());
                comments++;
            }
            go.countDown();
            assertEquals("late", waiting.hear().text("ai_response"));
        }
    }

    /**
     * The socket's buffers take up to four megabytes; the answer comes in pieces and whole, six.
     */
    @Test
    void a_listener_that_does_not_read_loses_its_stream_and_holds_nobody_up() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        String piece = "日".repeat(10_000);
        model.then(sink -> {
            started.countDown();
            for (int i = 0; i < 90; i++) {
                sink.answer(piece);
            }
        });
        Wire.Call streamed = chat("ana", "oi", "m1").with("Accept", "text/event-stream");
        try (Wire deaf = new Wire(port, 4096).say(streamed.bytes())) {
            started.await();
            Answer answer = chat("ana", "oi", "m1").send();
            assertEquals(900_000, answer.text("ai_response").length());
            assertTrue(sayUntilCut(deaf, ""));
            assertFalse(deaf.rest().contains("event: done"));
        }
    }

    private static boolean sayUntilCut(Wire wire, String start) throws IOException {
        wire.say(start);
        try {
            while (true) {
                wire.say("x");
                if (wire.isCutWithin(20)) {
                    return true;
                }
            }
        } catch (IOException e) {
            return true;
        }
    }
}
