package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What nobody sends who means well: bodies of every shape and size, and names that are none.
 * Whatever it was, the answer is a clean refusal, the log is quiet, and the hub serves on.
 *
 * <p>{@code -Dprosa.abuse.bodies=100000} for more bodies, {@code -Dprosa.fuzz.seed} for others.
 */
class AbuseTest extends AbuseRig {
    private static final int BODIES = Integer.getInteger("prosa.abuse.bodies", 10_000);
    private static final long SEED = Long.getLong("prosa.fuzz.seed", 20261123);
    private static final int MOST_GROWTH_MEGABYTES = 100;

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
