package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A visitor of the web page is themselves and nobody else, whoever else may do more. */
class VisitorTest extends HubRig {
    @Test
    void a_visitor_talks_and_reads_as_themselves() throws Exception {
        Answer session = session();
        String user = session.text("user_id");
        String token = session.text("token");
        assertTrue(Instant.parse(session.text("expires_at")).isAfter(Instant.now()));
        assertEquals(200, as(token, chat(user, "oi")).send().status());
        Answer history = as(token, get("/api/conversation/" + user + "/web")).send();
        assertEquals(2, history.json().path("total_messages").asInt());
    }

    @Test
    void nobody_elses_history_is_a_visitors() throws Exception {
        assertEquals(200, chat("ana", "secret").send().status());
        String token = session().text("token");
        for (Wire.Call call :
                List.of(
                        get("/api/conversation/ana/web"),
                        get("/api/conversation/ana/web/events"),
                        call("DELETE", "/api/conversation/ana/web"),
                        chat("ana", "oi"))) {
            Answer answer = as(token, call).send();
            assertEquals(403, answer.status());
            assertEquals("forbidden", answer.code());
            assertTrue(!answer.body().contains("secret"));
        }
        assertEquals(
                2, get("/api/conversation/ana/web").send().json().path("total_messages").asInt());
    }

    @Test
    void a_visitor_is_on_the_web_and_nowhere_else() throws Exception {
        Answer session = session();
        String user = session.text("user_id");
        String json = message(user, "oi").replace("\"web\"", "\"telegram\"");
        Answer answer = as(session.text("token"), post("/api/chat", json)).send();
        assertEquals("forbidden", answer.code());
    }

    @Test
    void a_token_that_was_tampered_with_is_none() throws Exception {
        Answer session = session();
        String user = session.text("user_id");
        String token = session.text("token");
        String[] parts = token.split("\\.", -1);
        String other = encode(decode(parts[1]).replace(user, "ana"));
        String unsigned = encode("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        for (String forged :
                List.of(
                        parts[0] + "." + other + "." + parts[2],
                        unsigned + "." + parts[1] + ".",
                        unsigned + "." + parts[1] + "." + parts[2],
                        parts[0] + "." + parts[1] + ".",
                        token.substring(0, token.length() - 2) + "AA",
                        token + "A",
                        "a.b.c",
                        "a.." + "x".repeat(3_000))) {
            Answer answer = as(forged, chat(user, "oi")).send();
            assertEquals(401, answer.status(), forged);
            assertTrue(
                    List.of("invalid_token", "invalid_key").contains(answer.code()), answer.code());
        }
        for (int i = 0; i < token.length(); i++) {
            if (token.charAt(i) == '.') {
                continue;
            }
            char flipped = token.charAt(i) == 'A' ? 'B' : 'A';
            String forged = token.substring(0, i) + flipped + token.substring(i + 1);
            Answer answer = as(forged, get("/api/conversation/" + user + "/web")).send();
            // The last character holds some bits that mean nothing.
            assertTrue(
                    answer.status() == 401 || (answer.status() == 200 && i == token.length() - 1));
        }
        assertEquals(0, model.requests().size());
    }

    @Test
    void a_token_expires_and_is_changed_for_a_fresh_one_of_the_same_visitor() throws Exception {
        Answer session = session();
        String user = session.text("user_id");
        String old = session.text("token");
        later = Duration.ofHours(2);
        assertEquals("token_expired", as(old, chat(user, "oi")).send().code());

        Answer renewed = as(old, post("/api/session", "{}")).send();
        assertEquals(user, renewed.text("user_id"));
        assertEquals(200, as(renewed.text("token"), chat(user, "oi")).send().status());

        later = Duration.ofDays(60);
        Answer stranger = as(old, post("/api/session", "{}")).send();
        assertNotEquals(user, stranger.text("user_id"), "it was too long ago");
    }

    @Test
    void a_token_of_another_hub_is_none() throws Exception {
        Answer here = session();
        HubParts mine = parts();
        HubParts other =
                new HubParts(
                        mine.engine(),
                        mine.model(),
                        mine.usage(),
                        mine.channels(),
                        mine.settings(),
                        new KeptSecrets(),
                        mine.apiKey(),
                        mine.keystorePassword(),
                        mine.clock(),
                        mine.version());
        hub.stop();
        hub = new Hub(other);
        port = started();
        String token = here.text("token");
        Wire.Call read = get("/api/conversation/" + here.text("user_id") + "/web");
        assertEquals("invalid_token", as(token, read).send().code());
        Answer renewed = as(token, post("/api/session", "{}")).send();
        assertNotEquals(here.text("user_id"), renewed.text("user_id"));
    }

    @Test
    void whoever_shows_a_forged_token_is_a_new_visitor() throws Exception {
        Answer session = session();
        Answer other = as(session.text("token") + "x", post("/api/session", "{}")).send();
        assertEquals(200, other.status());
        assertNotEquals(session.text("user_id"), other.text("user_id"));
    }

    private Answer session() throws Exception {
        return post("/api/session", "{}").send();
    }

    private static Wire.Call as(String token, Wire.Call call) {
        return call.with("Authorization", "Bearer " + token);
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encode(String part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(part.getBytes(StandardCharsets.UTF_8));
    }
}
