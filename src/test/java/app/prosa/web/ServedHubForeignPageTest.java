package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A page elsewhere that was written for the first servers of this contract: plain calls with JSON,
 * no key, no library of ours.
 */
class ServedHubForeignPageTest extends BrowserTest {
    @TempDir Path data;
    private OtherSite site;

    @Override
    Place open() {
        return new ServedHub(data);
    }

    @BeforeEach
    void openTheSite() {
        site = new OtherSite();
    }

    @AfterEach
    void closeTheSite() {
        site.close();
    }

    @Test
    void its_calls_work_once_the_operator_allows_its_origin_and_not_before() {
        expectNetworkProblems();
        Tab tab = newVisitor().go(site.page());
        String chat =
                call(
                        "POST",
                        "/api/chat",
                        "{user_id: 'user_1', channel: 'web', text: 'Olá! *Tudo* bem?'}");
        assertEquals("TypeError", tab.eval(chat).asText());
        String history = call("GET", "/api/conversation/user_1/web", "undefined");
        assertEquals("TypeError", tab.eval(history).asText());
        assertTrue(tab.problems().removeIf(line -> line.contains("CORS")), "it says why");

        place().allow(site.origin());
        assertEquals(0, tab.eval(history).at("/body/total_messages").asInt(), "nothing got in");
        JsonNode answer = tab.eval(chat);
        assertEquals(200, answer.path("status").asInt(), answer::toString);
        JsonNode body = answer.path("body");
        assertEquals("user_1", body.path("user_id").asText());
        assertEquals("web", body.path("channel").asText());
        assertEquals("Olá! *Tudo* bem?", body.path("user_message").asText());
        assertTrue(body.path("ai_response").asText().length() > 20, body::toString);
        assertTrue(body.hasNonNull("timestamp"), body::toString);

        JsonNode kept = tab.eval(history).path("body");
        assertEquals(2, kept.path("total_messages").asInt());
        assertEquals("user", kept.at("/messages/0/role").asText());
        assertEquals(body.path("ai_response"), kept.at("/messages/1/content"));
        JsonNode wrong = tab.eval(call("POST", "/api/chat", "{channel: 'web', text: 'Oi'}"));
        assertEquals(400, wrong.path("status").asInt());
        assertEquals("missing_fields", wrong.at("/body/code").asText());
        tab.eval(call("DELETE", "/api/conversation/user_1/web", "undefined"));
        assertEquals(0, tab.eval(history).at("/body/total_messages").asInt());
    }

    /**
     * @param body an expression of JavaScript
     * @return a script whose value is the status and the JSON, or the name of the error
     */
    private String call(String method, String path, String body) {
        int port = place().page().getPort();
        return """
        fetch('http://localhost:%d%s', {
          method: '%s',
          headers: {'Content-Type': 'application/json'},
          body: JSON.stringify(%s),
        }).then(async (r) => ({status: r.status, body: await r.json()}), (e) => e.name)\
        """
                .formatted(port, path, method, body);
    }
}
