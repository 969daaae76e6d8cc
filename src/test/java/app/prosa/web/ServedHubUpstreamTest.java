package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.llm.FakeOpenAi;
import app.prosa.llm.Received;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself with a model elsewhere, given as the environment gives it. */
class ServedHubUpstreamTest {
    private static final Map<String, String> MESSAGE =
            Map.of("user_id", "ana", "channel", "web", "text", "Olá, mundo", "message_id", "m1");

    @TempDir Path data;
    private FakeOpenAi upstream;

    @BeforeEach
    void start() {
        upstream = FakeOpenAi.start();
    }

    @AfterEach
    void close() {
        upstream.close();
    }

    private ServedHub hub(String model) {
        return new ServedHub(
                data,
                Map.of(
                        "OPENAI_BASE_URL",
                        upstream.baseUrl(),
                        "OPENAI_API_KEY",
                        FakeOpenAi.KEY,
                        "OPENAI_MODEL",
                        model));
    }

    @Test
    void a_message_goes_to_the_model_and_its_answer_comes_back_and_is_kept() throws Exception {
        try (ServedHub hub = hub("echo")) {
            JsonNode answer = hub.post("api/chat", MESSAGE);
            assertTrue(
                    answer.path("ai_response").asText().contains("Olá, mundo"), answer::toString);
            Received asked = upstream.awaitRequest();
            assertEquals("Bearer " + FakeOpenAi.KEY, asked.headers().get("authorization"));
            assertTrue(answer.at("/usage/completion_tokens").asInt() > 0, answer::toString);

            hub.goAway();
            hub.comeBack();
            assertEquals(answer, hub.post("api/chat", MESSAGE), "not asked twice");
            assertEquals(1, upstream.requests().size());
            assertEquals(
                    answer.path("ai_response"),
                    hub.read("api/conversation/ana/web").at("/messages/1/content"));
            assertEquals(List.of(), hub.complaints());
            assertFalse(String.join("", hub.output()).contains(FakeOpenAi.KEY));
        }
    }

    @Test
    void a_model_that_fails_is_told_of_in_one_sentence() {
        try (ServedHub hub = hub("unpaid")) {
            HttpResponse<String> answer = hub.answer("api/chat", MESSAGE);
            assertEquals(502, answer.statusCode());
            assertTrue(answer.body().contains("Desculpe, ocorreu um erro"), answer.body());
            assertFalse(answer.body().contains("credits"), answer.body());
            assertEquals(
                    "Olá, mundo",
                    hub.read("api/conversation/ana/web").at("/messages/0/content").asText());
        }
    }

    @Test
    void whoever_breaks_off_ends_the_call_of_the_model() throws Exception {
        try (ServedHub hub = hub("marathon")) {
            for (boolean stream : List.of(true, false, false, false)) {
                Received asked;
                try (Socket caller = ask(hub, stream)) {
                    asked = upstream.awaitRequest();
                    awaitPiece(caller, stream);
                    assertFalse(asked.left().isDone());
                }
                asked.left().get(30, TimeUnit.SECONDS);
                assertFalse(asked.answered().isDone());
            }
            assertEquals(List.of(), hub.complaints());
        }
    }

    private static Socket ask(ServedHub hub, boolean stream) throws IOException {
        String json =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"Go\"}],\"stream\":%s}"
                        .formatted(stream);
        String request =
                """
                POST /v1/chat/completions HTTP/1.1\r
                Host: localhost\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                %s\
                """
                        .formatted(json.length(), json);
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), hub.page().getPort());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    /** A stream shows that it goes on; of an answer that comes whole nothing is seen before. */
    private static void awaitPiece(Socket caller, boolean stream) throws IOException {
        if (stream) {
            BufferedReader in =
                    new BufferedReader(
                            new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
            String line = in.readLine();
            while (line != null && !line.contains("\"content\"")) {
                line = in.readLine();
            }
        }
    }
}
