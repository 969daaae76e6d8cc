package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.hub.HubState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP itself makes possible, well meant and not. */
class ProtocolTest extends HubRig {
    @Test
    void the_hub_says_that_it_is_well() throws Exception {
        Answer answer = get("/health").send();
        assertEquals(200, answer.status());
        assertEquals("ok", answer.text("status"));
        assertEquals("Prosa", answer.text("service"));
        assertEquals("1.2.3", answer.text("version"));
        assertEquals(200, get("/health/live").send().status());
        assertEquals("", answer.header("server"), "no version of anything");
        assertEquals("nosniff", answer.header("x-content-type-options"));
    }

    @Test
    void it_is_not_ready_before_a_model_is_chosen_and_says_so() throws Exception {
        Answer answer = get("/health/ready").with("Accept-Language", "en").send();
        assertEquals(503, answer.status());
        assertEquals("model", answer.json().at("/details/part").asText());
        assertNotEquals("", answer.header("retry-after"));
        settings.update(all -> all.with(all.models().withDemo("Demo")));
        assertEquals(200, get("/health/ready").send().status());
        database.close();
        Answer broken = get("/health/ready").send();
        assertEquals(503, broken.status());
        assertEquals("database", broken.json().at("/details/part").asText());
        assertEquals("store_unavailable", chat("ana", "oi").send().code());
        assertEquals(200, get("/health/live").send().status(), "the process is there");
    }

    @Test
    void a_path_that_is_not_there_is_named() throws Exception {
        for (String method : List.of("GET", "POST", "DELETE", "PATCH")) {
            Answer answer = call(method, "/api/nothing?x=1").send();
            assertEquals(404, answer.status());
            assertEquals("Rota não encontrada", answer.text("error"));
            assertEquals("not_found", answer.code());
            assertEquals("/api/nothing", answer.text("path"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/chat,'POST, OPTIONS'",
        "POST,/health,'GET, HEAD, OPTIONS'",
        "PUT,/api/conversation/a/web,'DELETE, GET, HEAD, OPTIONS'",
        "HEAD,/api/conversation/a/web/events,'GET, OPTIONS'",
        "TRACE,/health,'GET, HEAD, OPTIONS'"
    })
    void a_method_that_is_not_there_is_answered_with_those_that_are(
            String method, String path, String allowed) throws Exception {
        Answer answer = call(method, path).send();
        assertEquals(405, answer.status());
        assertEquals(allowed, answer.header("allow"));
    }

    @Test
    void a_head_has_the_length_and_no_body() throws Exception {
        Answer head = call("HEAD", "/health").send();
        assertEquals(200, head.status());
        assertNotEquals("", head.header("content-length"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/jsonp",
                "application/x-www-form-urlencoded",
                "json"
            })
    void another_type_than_json_is_refused(String type) throws Exception {
        byte[] body = message("ana", "oi").getBytes(StandardCharsets.UTF_8);
        Answer answer = call("POST", "/api/chat").body(type, body).send();
        assertEquals(415, answer.status());
        assertEquals("unsupported_media_type", answer.code());
    }

    @Test
    void json_may_say_its_charset() throws Exception {
        byte[] body = message("ana", "oi").getBytes(StandardCharsets.UTF_8);
        String type = "Application/JSON; charset=UTF-8";
        assertEquals(200, call("POST", "/api/chat").body(type, body).send().status());
    }

    @Test
    void a_body_over_the_limit_is_refused_while_it_is_read() throws Exception {
        String big = message("ana", "a".repeat(64 * 1024));
        Answer announced = post("/api/chat", big).send();
        assertEquals(413, announced.status());
        assertEquals("body_too_large", announced.code());
        assertEquals("close", announced.header("connection"));

        Wire.Call unannounced =
                call("POST", "/api/chat")
                        .with("Content-Type", "application/json")
                        .with("Transfer-Encoding", "chunked");
        try (Wire wire = unannounced.start()) {
            String chunk = "2000\r\n" + "a".repeat(0x2000) + "\r\n";
            for (int i = 0; i < 20; i++) {
                wire.say(chunk);
            }
            assertEquals(413, wire.say("0\r\n\r\n").hear().status());
        }
    }

    /** The client does not look for an answer before it has sent everything. */
    @Test
    void a_hundred_megabytes_are_answered_and_not_kept() throws Exception {
        long size = 100L << 20;
        Wire.Call call =
                call("POST", "/api/chat")
                        .with("Content-Type", "application/json")
                        .with("Content-Length", Long.toString(size));
        byte[] piece = new byte[1 << 20];
        try (Wire wire = call.start()) {
            for (int i = 0; i < 100; i++) {
                wire.say(piece);
            }
            assertEquals(413, wire.hear().status());
        }
        assertEquals(200, get("/health").send().status());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense\r\n\r\n",
                "GET /health HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost localhost\r\n\r\n",
                "GET /hea\u0001lth HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /api/conversation/%c3%28/web HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /api/chat HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void what_is_no_http_is_a_clean_refusal(String request) throws Exception {
        try (Wire wire = new Wire(port).say(request)) {
            assertClean(wire.hear());
        }
        assertEquals(200, get("/health").send().status());
    }

    @Test
    void a_flood_of_headers_is_refused() throws Exception {
        Answer many = withHeaders(2_000, 20);
        assertEquals(431, many.status());
        assertEquals("headers_too_large", many.code());
        assertEquals(431, withHeaders(1, 40_000).status());
        assertEquals(200, get("/health").send().status());
    }

    private Answer withHeaders(int count, int size) throws IOException {
        Wire.Call call = get("/health");
        for (int i = 0; i < count; i++) {
            call.with("X-Flood-" + i, "x".repeat(size));
        }
        return call.send();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/web/index.html",
                "//index.html",
                "/./index.html",
                "/index.html/",
                "/index.html%00.js",
                "/.git/config",
                "/WEB-INF/web.xml",
                "/..;/index.html",
                "/\\..\\index.html",
                "/i18n/messages.properties",
                "/../i18n/messages.properties",
                "/file:/etc/passwd",
                "/version.properties"
            })
    void no_trick_with_a_path_gets_anywhere(String path) throws Exception {
        Answer answer = get(path).send();
        assertTrue(answer.status() == 404 || answer.status() == 400, answer.toString());
        assertClean(answer);
    }

    @Test
    void a_users_id_may_hold_what_paths_are_made_of() throws Exception {
        String user = "a/b%2F../c?d#é+ \\\\";
        assertEquals(200, chat(user, "oi").send().status());
        String path = "/api/conversation/a%2Fb%252F..%2Fc%3Fd%23%C3%A9+%20%5C/web";
        Answer answer = get(path).send();
        assertEquals(2, answer.json().path("total_messages").asInt(), answer.body());
        assertEquals("a/b%2F../c?d#é+ \\", answer.text("user_id"));
    }

    @Test
    void several_requests_on_one_connection_are_answered_in_order() throws Exception {
        try (Wire wire = new Wire(port)) {
            String one = "GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n";
            String two = "GET /api/x HTTP/1.1\r\nHost: localhost\r\n\r\n";
            wire.say(one + two + one);
            assertEquals(200, wire.hear().status());
            assertEquals(404, wire.hear().status());
            assertEquals(200, wire.hear().status());
        }
    }

    @Test
    void what_breaks_off_in_the_middle_does_no_harm() throws Exception {
        String head =
                request("POST /api/chat", "Content-Type: application/json", "Content-Length: 60");
        for (String half : List.of("GET /hea", head, head + "{\"user_id\":\"a")) {
            try (Wire wire = new Wire(port).say(half).over()) {
                boolean answered = wire.in().read() >= 0;
                assertTrue(answered || wire.isCut());
            }
        }
        assertEquals(200, get("/health").send().status());
        assertEquals(0, model.requests().size());
    }

    @Test
    void nothing_waits_for_clients_that_say_nothing() throws Exception {
        List<Wire> idle = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            idle.add(new Wire(port).say("POST /api/chat HTTP/1.1\r\nHost: loc"));
        }
        assertEquals(200, chat("ana", "oi").send().status());
        for (Wire wire : idle) {
            wire.close();
        }
    }

    @Test
    void an_answer_under_way_is_finished_while_new_requests_are_told_to_come_again()
            throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            go.await();
            sink.answer("late, but whole");
        });
        try (Wire waiting = chat("ana", "oi").start();
                Wire kept = get("/health").start()) {
            assertEquals(200, kept.hear().status());
            waitFor(() -> model.requests().size() == 1);
            Thread stopping = Thread.ofVirtual().start(hub::stop);
            waitFor(() -> hub.state() instanceof HubState.Stopping);
            Answer refused = kept.say("GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n").hear();
            while (refused.status() == 200) {
                refused = get("/health").send();
            }
            assertEquals(503, refused.status());
            assertEquals("stopping", refused.code());
            assertNotEquals("", refused.header("retry-after"));
            go.countDown();
            assertEquals("late, but whole", waiting.hear().text("ai_response"));
            stopping.join();
        }
        port = started();
        assertEquals(200, get("/health").send().status(), "it can be started again");
    }

    private static String request(String start, String... headers) {
        return start
                + " HTTP/1.1\r\nHost: localhost\r\n"
                + String.join("\r\n", headers)
                + "\r\n\r\n";
    }

    private static void assertClean(Answer answer) {
        assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
        assertNotEquals("", answer.text("error"), answer.toString());
        assertNotEquals("", answer.code(), answer.toString());
        assertFalse(answer.body().contains("jetty"), answer.body());
        assertFalse(answer.body().contains("Exception"), answer.body());
        assertEquals("", answer.header("server"));
    }
}
