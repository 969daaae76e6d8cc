package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nobody sends who means well, to a hub in a process of its own that has little memory.
 * Whatever it was, the answer is a clean refusal, the log is quiet, and the hub serves on.
 *
 * <p>{@code -Dprosa.abuse.bodies=100000} for more bodies, {@code -Dprosa.fuzz.seed} for others.
 */
class AbuseTest {
    private static final int BODIES = Integer.getInteger("prosa.abuse.bodies", 10_000);
    private static final long SEED = Long.getLong("prosa.fuzz.seed", 20261123);
    private static final int MOST_GROWTH_MEGABYTES = 100;
    private static final String ROUTE = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String GOOD = HubRig.message("good", "oi");

    @TempDir static Path directory;
    private static HubProgram hub;

    @BeforeAll
    static void start() throws IOException {
        hub =
                new HubProgram(
                        directory,
                        "-Xmx96m",
                        "-Dprosa.kill.hub.pause=1",
                        // What prosa serve logs, and where.
                        "-Dlogback.configurationFile=logback-lines.xml");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void the_hub_serves_on_and_has_nothing_to_tell() throws IOException {
        assertEquals(200, call("POST", "/api/chat").json(GOOD).send().status());
        assertEquals(List.of(), hub.takeComplaints());
    }

    private static Wire.Call call(String method, String path) {
        return new Wire.Call(hub.port(), method, path);
    }

    private static Wire.Call get(String path) {
        return call("GET", path);
    }

    /** To every path that takes JSON, over a few connections; the memory stays as it is. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void ten_thousand_bodies_of_any_shape_do_no_harm() throws Exception {
        String id = call("POST", "/api/chat").json(GOOD).send().text("conversation_id");
        AbusiveBodies bodies = new AbusiveBodies(new Random(SEED), id);
        send(bodies, Math.min(BODIES / 5, 5_000));
        long before = hub.residentMegabytes();
        send(bodies, BODIES);
        long after = hub.residentMegabytes();
        System.out.printf("%d bodies: %d MB, then %d MB%n", BODIES, before, after);
        assertTrue(after < before + MOST_GROWTH_MEGABYTES, before + " MB, then " + after);
    }

    private static void send(AbusiveBodies bodies, int count) throws IOException {
        Wire wire = new Wire(hub.port());
        for (int i = 0; i < count; i++) {
            AbusiveBodies.Body body = bodies.next();
            Answer answer = wire.say(body.request(hub.port())).hear();
            assertSane(answer, body + " (seed " + SEED + ")");
            if (i % 100 == 0 || answer.header("connection").equals("close")) {
                wire.close();
                wire = new Wire(hub.port());
            }
        }
        wire.close();
    }

    /** Good, or refused with a sentence and a code. */
    private static void assertSane(Answer answer, String what) {
        assertTrue(answer.status() >= 200 && answer.status() < 500, what + " -> " + answer);
        if (answer.status() >= 400) {
            assertRefusal(answer, what);
        }
    }

    private static void assertRefusal(Answer answer, String what) {
        JsonNode error = answer.json().path("error");
        JsonNode code = error.isObject() ? error.path("code") : answer.json().path("code");
        String sentence = error.isObject() ? error.path("message").asText() : error.asText();
        assertNotEquals("", sentence, what);
        assertTrue(code.asText().matches("[a-z_]+"), what + " -> " + answer);
        for (String inside : List.of("Exception", "jetty", "jackson", "app.prosa", "java.")) {
            assertFalse(answer.body().contains(inside), what + " -> " + answer);
        }
        assertEquals("", answer.header("server"));
    }

    /** Two ways to say where a body ends, or one that some server reads otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 5\r\nContent-Length: 5",
                "Content-Length: 5, 5",
                "Content-Length: +5",
                "Content-Length: 0x5",
                "Content-Length: 5 5",
                "Content-Length: 99999999999999999999",
                "Content-Length: 5\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 5",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding: xchunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: identity",
                "Content-Length: 5\r\n folded: yes",
                "X: a\rContent-Length: 5",
                "X: a\u0000b",
                ": nameless",
                "Expect: the-unexpected",
            })
    void nobody_smuggles_a_second_request_into_the_first(String headers) throws Exception {
        String second = "GET /api/conversation/good/web" + ROUTE + "\r\n";
        String first = "POST /api/chat" + ROUTE + "Content-Type: application/json\r\n" + headers;
        try (Wire wire = new Wire(hub.port()).say(first + "\r\n\r\n0\r\n\r\n" + second)) {
            Answer answer = wire.hear();
            assertEquals(400, answer.status(), answer.toString());
            assertRefusal(answer, headers);
            assertFalse(wire.rest().contains("HTTP/1.1"), "one answer, and the end");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /health\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n",
                "\u0000\u0000\u0000\r\n\r\n",
                "GET http://evil.example/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET http://localhost/health HTTP/1.1\r\nHost: evil.example\r\n\r\n",
                "GET http://user@localhost/health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET file:///etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "CONNECT evil.example:443 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "TRACE /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "get /health HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET /health HTTP/1.0\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: localhost:x\r\n\r\n",
                "GET /health HTTP/1.1\r\nHost: \r\n\r\n",
                "GET /health#there HTTP/1.1\r\nHost: localhost\r\n\r\n",
                "GET health HTTP/1.1\r\nHost: localhost\r\n\r\n",
            })
    void no_strange_way_of_asking_gets_an_answer(String request) throws Exception {
        try (Wire wire = new Wire(hub.port()).say(request)) {
            Answer answer = wire.hear();
            assertTrue(answer.status() >= 400 && answer.status() < 500, answer.toString());
            assertRefusal(answer, request);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/conversation/%c0%ae%c0%ae/web,400",
        "/api/conversation/%ed%a0%80/web,400",
        "/api/conversation/a%00b/web,400",
        "/api/conversation/a%0ab/web,400",
        "/api/conversation/%/web,400",
        "/api/conversation/%u0041/web,400",
        "/api/conversation//web,404",
        "/api/conversation/a/web/,404",
        "/api/conversation/a/web/../../../..,404",
        "/api/conversation/a/%77eb%2f..,400",
        "//api/chat,404",
        "/api/../api/chat,404",
        "/API/chat,404",
        "/api/conversation/good/web?limit=-1,400",
        "/api/conversation/good/web?limit=999999999999,400",
        "/api/conversation/good/web?limit=1e3,400",
        "/api/conversation/good/web?limit=%zz,400",
        "/api/conversation/good/web?before=%00,400",
        "/api/operator/conversations?limit=-1,400",
        "/api/operator/conversations?after=n99999999999999999999.x,400",
        "/api/operator/conversations?after=p-1,400",
        "/api/operator/messages/..%2f..,405",
        "/v1/models/%ff,400",
        "/v1/models/..%2f..%2fetc,404",
    })
    void no_path_leads_astray(String path, int status) throws Exception {
        Answer answer = get(path).send();
        assertEquals(status, answer.status(), answer.toString());
        assertRefusal(answer, path);
    }

    @ParameterizedTest
    @CsvSource({"16000,404", "17000,431", "1000000,431"})
    void however_long_a_path_is_it_is_answered(int length, int status) throws Exception {
        try (Wire wire = new Wire(hub.port())) {
            Answer answer = wire.say("GET /" + "a".repeat(length) + ROUTE + "\r\n").hear();
            assertEquals(status, answer.status());
            assertRefusal(answer, "");
        }
    }

    /** The client does not look for an answer before it has sent everything. */
    @ParameterizedTest
    @CsvSource({
        "/api/nothing,application/json,X-Nothing: x,404",
        "/health,application/json,X-Nothing: x,405",
        "/api/chat,text/plain,X-Nothing: x,415",
        "/api/chat,application/json,X-Forwarded-For: 192.0.2.1,401",
        "/api/chat,application/json,Authorization: Bearer a.b.c,401",
        "/api/chat,application/json,Origin: https://evil.example,403",
        "/api/chat,application/json,X-Nothing: x,413",
        "/v1/chat/completions,application/json,X-Nothing: x,413",
        "/api/session,application/json,X-Nothing: x,413",
    })
    void a_hundred_megabytes_that_nobody_wants_are_answered(
            String path, String type, String header, int status) throws Exception {
        String head = "POST " + path + ROUTE + "Content-Type: " + type + "\r\n" + header;
        byte[] piece = new byte[1 << 20];
        try (Wire wire = new Wire(hub.port())) {
            wire.say(head + "\r\nContent-Length: " + (100 << 20) + "\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                wire.say(piece);
            }
            Answer answer = wire.hear();
            assertEquals(status, answer.status(), answer.toString());
            assertRefusal(answer, path);
        }
    }

    @Test
    void a_body_without_an_end_is_refused_as_soon_as_it_is_too_large() throws Exception {
        String head = "POST /api/chat" + ROUTE + "Content-Type: application/json\r\n";
        String chunk = "1000\r\n" + " ".repeat(0x1000) + "\r\n";
        try (Wire wire = new Wire(hub.port())) {
            wire.say(head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(17));
            Answer answer = wire.hear();
            assertEquals(413, answer.status());
            assertRefusal(answer, "chunks");
        }
    }

    @ParameterizedTest
    @MethodSource("oddChunks")
    void chunks_that_hide_something_are_refused(String chunks) throws Exception {
        String head = "POST /api/chat" + ROUTE + "Content-Type: application/json\r\n";
        try (Wire wire = new Wire(hub.port())) {
            Answer answer = wire.say(head + "Transfer-Encoding: chunked\r\n\r\n" + chunks).hear();
            assertEquals(400, answer.status());
            assertRefusal(answer, "chunks");
        }
    }

    static List<String> oddChunks() {
        String body = "%x\r\n%s\r\n".formatted(GOOD.length(), GOOD);
        return List.of(
                "ffffffffffffffff\r\nab\r\n",
                "-1\r\nab\r\n",
                "1;" + "x".repeat(100_000) + "\r\na\r\n",
                "2\r\nabc\r\n0\r\n\r\n",
                body + "0\r\n" + "X-Flood: yes\r\n".repeat(5_000) + "\r\n",
                "\r\n\r\n");
    }

    @Test
    void a_body_in_another_coding_is_no_json() throws Exception {
        Wire.Call call = call("POST", "/api/chat");
        byte[] zipped = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        Answer answer =
                call.with("Content-Encoding", "gzip").body("application/json", zipped).send();
        assertEquals("invalid_json", answer.code());
    }

    @Test
    void who_wants_another_protocol_gets_http() throws Exception {
        for (String protocol : List.of("websocket", "h2c", "TLS/1.0")) {
            Answer answer =
                    get("/health")
                            .with("Connection", "Upgrade")
                            .with("Upgrade", protocol)
                            .with("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ==")
                            .with("Sec-WebSocket-Version", "13")
                            .send();
            assertEquals("ok", answer.text("status"));
        }
    }

    @Test
    void thousands_of_requests_at_once_on_one_connection_are_answered_in_order() throws Exception {
        int many = 2_000;
        String one = "GET /api/conversation/%d/web" + ROUTE + "\r\n";
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < many; i++) {
            all.append(one.formatted(i));
        }
        try (Wire wire = new Wire(hub.port())) {
            wire.say(all.toString());
            for (int i = 0; i < many; i++) {
                assertEquals(Integer.toString(i), wire.hear().text("user_id"));
            }
        }
    }

    @Test
    void whatever_a_listener_says_that_it_saw_last_it_is_listened_to() throws Exception {
        for (String path : List.of("/api/conversation/good/web/events", "/api/operator/events")) {
            for (String last :
                    List.of(
                            "9223372036854775807",
                            "-9223372036854775808",
                            "9".repeat(10_000),
                            "é\u0001",
                            "%00",
                            "00000000-0000-7000-8000-000000000000:-1",
                            "' OR 1=1 --")) {
                Wire.Call call = get(path).with("Last-Event-ID", last);
                if (last.indexOf('\u0001') >= 0) {
                    assertRefusal(call.send(), last);
                    continue;
                }
                try (Events events = Events.of(call.start())) {
                    assertNotNull(events.nextOrComment());
                }
            }
        }
    }

    private static Answer chat(String user) throws IOException {
        return call("POST", "/api/chat").json(HubRig.message(user, "oi")).send();
    }

    /** Names that look alike, or that somebody's database takes for one. */
    @Test
    void users_whose_names_look_alike_are_different_users() throws Exception {
        List<String> users =
                List.of(
                        "ana",
                        "ANA",
                        "ana ",
                        " ana",
                        "an\u00e1",
                        "ana\u0301",
                        "\u0430na",
                        "ana\u200b",
                        "\u202eana",
                        "ana\u2066",
                        "\uff41na",
                        "ana\u00a0",
                        "\ufb01",
                        "fi",
                        "\u00df",
                        "ss",
                        "\u0130",
                        "i\u0307",
                        "I",
                        "i",
                        "%",
                        "_",
                        "*",
                        "..",
                        ".",
                        "\ud83d\ude00");
        for (String user : users) {
            assertEquals(200, chat(user).status());
        }
        for (String user : users) {
            String path = URLEncoder.encode(user, StandardCharsets.UTF_8).replace("+", "%20");
            Answer answer = get("/api/conversation/" + path + "/web").send();
            assertEquals(user, answer.text("user_id"));
            assertEquals(2, answer.json().path("total_messages").asInt(), answer.body());
        }
    }

    @Test
    void a_user_with_an_endless_name_is_none() throws Exception {
        Answer sent = chat("u".repeat(60_000));
        assertEquals("invalid_user_id", sent.code());
        Answer read = get("/api/conversation/" + "u".repeat(10_000) + "/web").send();
        assertEquals("invalid_user_id", read.code());
    }
}
