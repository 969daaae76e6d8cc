package app.prosa.server;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.conversation.Failure;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.UsageLog.Usage;
import app.prosa.settings.Preset;
import app.prosa.settings.Settings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients of the OpenAI API ask the operator's models through the hub. */
class OpenAiTest extends HubRig {
    private static final String PATH = "/v1/chat/completions";

    @BeforeEach
    void chooseModels() {
        settings.update(all -> all.with(models()));
    }

    static Settings.Models models() {
        return new Settings.Models(
                List.of(
                        new Settings.Provider(
                                "one",
                                Preset.CUSTOM,
                                "One",
                                "http://localhost:1/v1",
                                List.of("fast", "deep/thought")),
                        new Settings.Provider(
                                "two",
                                Preset.CUSTOM,
                                "Two",
                                "http://localhost:2/v1",
                                List.of("fast", "other"))),
                new Settings.ModelChoice("one", "deep/thought"),
                null,
                null,
                10);
    }

    private static String hello(String more) {
        return "{\"model\":\"fast\",\"messages\":[{\"role\":\"user\",\"content\":\"oi\"}]"
                + more
                + "}";
    }

    @Test
    void an_answer_has_the_form_that_the_clients_know() throws Exception {
        model.answers("Olá, ", "mundo");
        Answer answer = post(PATH, hello("")).send();
        assertEquals(200, answer.status(), answer.body());
        JsonNode json = answer.json();
        assertTrue(json.path("id").asText().startsWith("chatcmpl-"));
        assertEquals("chat.completion", json.path("object").asText());
        assertTrue(json.path("created").isIntegralNumber());
        assertEquals("fast", json.path("model").asText());
        JsonNode choice = json.path("choices").path(0);
        assertEquals("assistant", choice.path("message").path("role").asText());
        assertEquals("Olá, mundo", choice.path("message").path("content").asText());
        assertEquals("stop", choice.path("finish_reason").asText());
        assertEquals(8, json.path("usage").path("total_tokens").asInt());
    }

    @Test
    void what_the_client_asks_reaches_the_model_and_nothing_else_does() throws Exception {
        String body =
                """
                {"model":"two/fast","temperature":0.5,"max_tokens":9,"max_completion_tokens":7,
                 "top_p":0.3,"messages":[
                   {"role":"developer","content":"Be brief."},
                   {"role":"user","content":[{"type":"text","text":"a"},{"type":"text","text":"b"}]},
                   {"role":"assistant","content":"c"},
                   {"role":"user","content":"d"}]}\
                """;
        assertEquals(200, post(PATH, body).send().status());
        ChatRequest request = model.requests().getFirst();
        assertEquals(new ModelRef("two", "fast"), request.model());
        assertEquals("", request.systemPrompt());
        assertEquals(0.5, request.temperature());
        assertEquals(7, request.maxTokens());
        assertEquals(
                List.of(Role.SYSTEM, Role.USER, Role.ASSISTANT, Role.USER),
                request.messages().stream().map(ChatRequest.Part::role).toList());
        assertEquals("a\nb", request.messages().get(1).text());
        assertEquals(0, engine.conversations().counts().conversations());
    }

    @Test
    void a_stream_comes_in_chunks_and_ends_with_done() throws Exception {
        model.answers("Olá", " \"tu\"\n");
        String more = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";
        Answer answer = post(PATH, hello(more)).send();
        assertEquals(200, answer.status());
        assertEquals("text/event-stream", answer.header("content-type"));
        List<JsonNode> chunks = chunks(answer.body());
        StringBuilder text = new StringBuilder();
        chunks.forEach(chunk -> text.append(chunk.at("/choices/0/delta/content").asText("")));
        assertEquals("Olá \"tu\"\n", text.toString());
        assertEquals("assistant", chunks.getFirst().at("/choices/0/delta/role").asText());
        JsonNode last = chunks.get(chunks.size() - 2);
        assertEquals("stop", last.at("/choices/0/finish_reason").asText());
        assertTrue(last.path("usage").isNull());
        assertEquals(0, chunks.getLast().path("choices").size());
        assertEquals(3, chunks.getLast().at("/usage/prompt_tokens").asInt());
        assertTrue(answer.body().endsWith("data: [DONE]\n\n"));
    }

    private static List<JsonNode> chunks(String body) {
        List<JsonNode> chunks = new ArrayList<>();
        for (String event : body.split("\n\n", 0)) {
            String data = event.substring("data: ".length());
            if (!data.equals("[DONE]")) {
                chunks.add(new Answer(200, Map.of(), data).json());
            }
        }
        return chunks;
    }

    @Test
    void without_being_asked_for_usage_a_stream_tells_none() throws Exception {
        Answer answer = post(PATH, hello(",\"stream\":true")).send();
        assertFalse(answer.body().contains("usage"), answer.body());
    }

    @Test
    void the_models_are_listed_the_chosen_one_first() throws Exception {
        List<String> ids = new ArrayList<>();
        get("/v1/models").send().json().path("data").forEach(m -> ids.add(m.path("id").asText()));
        assertEquals(List.of("deep/thought", "fast", "two/fast", "other"), ids);
        assertEquals("two", get("/v1/models/two%2Ffast").send().text("owned_by"));
        assertEquals("deep/thought", get("/v1/models/deep/thought").send().text("id"));
        assertEquals("deep/thought", get("/v1/models/default").send().text("id"));
    }

    @Test
    void errors_have_the_form_that_the_clients_know() throws Exception {
        error(get("/v1/models/none").send(), 404, "model_not_found", "model");
        error(
                post(PATH, hello("").replace("fast", "none")).send(),
                404,
                "model_not_found",
                "model");
        error(get("/v1/elsewhere").send(), 404, "not_found", "");
        error(get(PATH).send(), 405, "method_not_allowed", "");
        error(post(PATH, "{").send(), 400, "invalid_json", "");
        error(post(PATH, "{\"messages\":[]}").send(), 400, "invalid_parameter", "messages");
        error(post(PATH, hello(",\"n\":2")).send(), 400, "unsupported_parameter", "n");
        error(
                post(PATH, hello(",\"temperature\":3")).send(),
                400,
                "invalid_parameter",
                "temperature");
        error(
                post(PATH, hello("").replace("\"oi\"", "[{\"type\":\"image_url\"}]")).send(),
                400,
                "unsupported_parameter",
                "messages[0].content");
        error(
                post(PATH, hello("")).with("Host", "evil.example").send(),
                403,
                "host_not_allowed",
                "");
        assertEquals(0, model.requests().size());
    }

    private static void error(Answer answer, int status, String code, String param) {
        assertEquals(status, answer.status(), answer.body());
        JsonNode error = answer.json().path("error");
        assertEquals(code, error.path("code").asText());
        assertEquals(param, error.path("param").asText("").replace("null", ""));
        assertFalse(error.path("message").asText().isBlank());
        assertFalse(error.path("type").asText().isBlank());
        assertEquals(1, answer.json().size());
    }

    @Test
    void a_model_that_fails_before_a_word_is_an_error_in_a_stream_too() throws Exception {
        model.fails(Failure.Kind.SERVER).fails(Failure.Kind.RATE_LIMITED);
        error(post(PATH, hello(",\"stream\":true")).send(), 502, "model_unavailable", "");
        Answer limited = post(PATH, hello("")).send();
        error(limited, 429, "rate_limit_exceeded", "");
        assertEquals("1", limited.header("retry-after"));
    }

    @Test
    void a_model_that_fails_half_way_ends_the_stream_with_an_error() throws Exception {
        model.fails(Failure.Kind.CONNECTION_LOST, "half");
        Answer answer = post(PATH, hello(",\"stream\":true")).send();
        List<JsonNode> chunks = chunks(answer.body());
        assertEquals("model_unavailable", chunks.getLast().at("/error/code").asText());
        assertFalse(answer.body().contains("[DONE]"));
    }

    @Test
    void who_goes_away_ends_the_models_work_at_once() throws Exception {
        for (String stream : List.of("", ",\"stream\":true")) {
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch broken = new CountDownLatch(1);
            model.then(sink -> {
                begun.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    broken.countDown();
                    throw e;
                }
            });
            try (Wire wire = post(PATH, hello(stream)).start()) {
                assertTrue(begun.await(60, SECONDS));
                assertEquals(1, broken.getCount(), "whoever waits is not gone");
                wire.over();
                assertTrue(broken.await(60, SECONDS));
            }
        }
    }

    @Test
    void who_goes_away_in_the_middle_of_a_stream_ends_the_models_work_at_once() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch broken = new CountDownLatch(1);
        model.then(sink -> {
            sink.answer("one");
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                broken.countDown();
                throw e;
            }
        });
        try (Wire _ = post(PATH, hello(",\"stream\":true")).start()) {
            assertTrue(begun.await(60, SECONDS));
        }
        assertTrue(broken.await(60, SECONDS));
        waitFor(() -> usage().stream().anyMatch(u -> u.calls() == 1));
    }

    @Test
    void the_next_request_may_come_before_the_answer() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            begun.countDown();
            go.await();
            sink.answer("first");
        });
        try (Wire wire = post(PATH, hello("")).start()) {
            assertTrue(begun.await(60, SECONDS));
            wire.say("GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n");
            go.countDown();
            assertEquals("first", wire.hear().json().at("/choices/0/message/content").asText());
            assertEquals("list", wire.hear().text("object"));
            wire.say("GET /v1/models HTTP/1.1\r\nHost: localhost\r\n\r\n");
            assertEquals("list", wire.hear().text("object"));
        }
    }

    @Test
    void what_was_used_is_counted_by_day_key_and_model() throws Exception {
        assertEquals(200, post(PATH, hello("")).send().status());
        assertEquals(200, post(PATH, hello(",\"stream\":true")).send().status());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertEquals(2, usage().stream().mapToLong(Usage::calls).sum());
        assertEquals(6, usage().stream().mapToLong(Usage::promptTokens).sum());
        assertEquals(10, usage().stream().mapToLong(Usage::completionTokens).sum());
        assertEquals("local", usage().getFirst().key());
        assertEquals("fast", usage().getFirst().model());
        assertEquals(List.of(), database.usage().since(today.plusDays(2)));
    }

    private List<Usage> usage() {
        return database.usage().since(LocalDate.EPOCH);
    }

    @Test
    void a_hub_that_stops_breaks_off_what_is_not_done() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("one", hanging);
        try (Wire wire = post(PATH, hello(",\"stream\":true")).start()) {
            assertTrue(hanging.await(60, SECONDS));
            wire.over();
            hub.stop();
        }
        assertEquals(1, model.requests().size());
    }
}
