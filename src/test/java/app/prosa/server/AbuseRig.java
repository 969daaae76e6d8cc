package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hub in a process of its own that has little memory, and what it has to be like after a test.
 */
abstract class AbuseRig {
    static final String ROUTE = " HTTP/1.1\r\nHost: localhost\r\n";
    static final String GOOD = HubRig.message("good", "oi");

    @TempDir static Path directory;
    static HubProgram hub;

    @BeforeAll
    static void start() throws IOException {
        hub =
                new HubProgram(
                        directory,
                        "-Xmx96m",
                        // What prosa serve logs, and where.
                        "-Dprosa.log=TEXT");
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @AfterEach
    void the_hub_serves_on_and_has_nothing_to_tell() throws IOException {
        Answer answer = call("POST", "/api/chat").json(GOOD).send();
        assertEquals(200, answer.status(), answer.toString());
        assertEquals(List.of(), hub.takeComplaints());
    }

    static Wire.Call call(String method, String path) {
        return new Wire.Call(hub.port(), method, path);
    }

    static Wire.Call get(String path) {
        return call("GET", path);
    }

    static void assertRefusal(Answer answer, String what) {
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
}
