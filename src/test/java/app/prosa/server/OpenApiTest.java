package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Webhook;
import app.prosa.channel.switchboard.Switchboard;
import app.prosa.conversation.Failure;
import app.prosa.server.http.Route;
import app.prosa.settings.channels.Platform;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.NewKey;
import app.prosa.testing.Strangers;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hub says of itself is so: every route is described, and answers as described. */
@SuppressWarnings("NullAway.Init")
class OpenApiTest extends HubRig {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONVERSATIONS = "/api/operator/conversations";
    private static final String CONVERSATION = CONVERSATIONS + "/{id}";
    private static final String MESSAGE = "/api/operator/messages/{id}";
    private static final String HISTORY = "/api/conversation/{user_id}/{channel}";
    private static final String COMPLETIONS = "/v1/chat/completions";
    private static final String SETTINGS = "/api/operator/settings";

    private final Set<String> called = new TreeSet<>();
    private JsonNode document;

    @BeforeEach
    void read() throws Exception {
        settings.update(all ->
                all.with(OpenAiTest.models())
                        .with(
                                all.hub()
                                        .withKeys(
                                                List.of(
                                                        NewKey.make(
                                                                        "Shop",
                                                                        Scope.CHAT,
                                                                        Instant.now())
                                                                .stored()))));
        document = get("/api/openapi.json").send().json();
    }

    @Test
    void no_route_is_undescribed_and_no_description_without_its_route() {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .properties()
                .forEach(path ->
                        path.getValue()
                                .fieldNames()
                                .forEachRemaining(
                                        method -> described.add(method + " " + path.getKey())));
        Set<String> there = new TreeSet<>();
        for (Route route : hub.routes()) {
            there.add(route.method().toLowerCase(Locale.ROOT) + " " + route.template());
        }
        assertEquals(there, described);
    }

    @Test
    void the_document_tells_its_version_and_every_reference_leads_somewhere() {
        assertEquals("3.1.0", document.path("openapi").asText());
        assertEquals("1.2.3", document.at("/info/version").asText());
        for (JsonNode reference : document.findValues("$ref")) {
            assertFalse(document.at(reference.asText().substring(1)).isMissingNode());
        }
    }

    @Test
    void every_route_answers_as_described() throws Exception {
        everybody();
        talkers();
        openAi();
        operator();
        channels();
        Set<String> all = new TreeSet<>();
        hub.routes()
                .forEach(route ->
                        all.add(route.method().toLowerCase(Locale.ROOT) + " " + route.template()));
        assertEquals(all, called, "every one was called");
    }

    private void everybody() throws Exception {
        for (String path :
                List.of(
                        "/health",
                        "/health/live",
                        "/health/ready",
                        "/api/page",
                        "/api/openapi.json")) {
            good(path, get(path));
        }
        good("/api/session", post("/api/session", "{}"));
        Answer page = get("/docs").send();
        called.add("get /docs");
        assertEquals("text/html; charset=utf-8", page.header("content-type"));
        assertNotEquals("", page.header("content-security-policy"));
        assertEquals(200, get("/docs/docs.js").send().status());
        assertEquals(200, get("/docs/docs.css").send().status());
    }

    /** What they answer where a channel is open is for its own tests to say. */
    private void channels() throws Exception {
        for (String path : Switchboard.paths()) {
            bad(path, post(path, "{}"));
            boolean twilio = path.startsWith("/api/whatsapp/");
            webhooks.put(path, _ -> twilio ? Webhook.Response.OK_TWIML : Webhook.Response.OK_JSON);
            if (twilio) {
                assertEquals("text/xml", post(path, "{}").send().header("content-type"));
                called.add("post " + path);
            } else {
                good(path, post(path, "{}"));
            }
        }
        for (Platform platform : Platform.values()) {
            if (platform.ofMeta()) {
                webhooks.put(platform.webhookPath(), _ -> Webhook.Response.text(200, "42"));
                assertEquals(200, get(platform.webhookPath()).send().status());
                called.add("get " + platform.webhookPath());
            }
        }
    }

    private void talkers() throws Exception {
        bad("/api/chat", post("/api/chat", "{}"));
        bad("/api/chat", post("/api/chat", "["));
        model.fails(Failure.Kind.SERVER);
        bad("/api/chat", chat("ana", "oi"));
        good("/api/chat", chat("ana", "oi"));
        model.fails(Failure.Kind.SERVER, "half").answers("one ", "two");
        events("/api/chat", chat("ana", "oi").with("Accept", "text/event-stream"), "error");
        events("/api/chat", chat("ana", "oi").with("Accept", "text/event-stream"), "done");
        good(HISTORY, get("/api/conversation/ana/web?limit=3"));
        bad(HISTORY, get("/api/conversation/ana/web?limit=x"));
        try (Events events = Events.of(get("/api/conversation/ana/web/events").start())) {
            events.nextOrComment();
            chat("ana", "oi").send();
            check(HISTORY + "/events", "get", events.await("message"));
        }
        good(HISTORY, call("DELETE", "/api/conversation/ana/web"));
    }

    private void openAi() throws Exception {
        String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"oi\"}]%s}";
        good(COMPLETIONS, post(COMPLETIONS, body.formatted("")));
        bad(COMPLETIONS, post(COMPLETIONS, "{}"));
        String more = ",\"stream\":true,\"stream_options\":{\"include_usage\":true}";
        try (Events events = Events.of(post(COMPLETIONS, body.formatted(more)).start())) {
            for (int i = 0; i < 4; i++) {
                Events.Event event = events.next();
                assertNotEquals(null, event);
                if (event != null) {
                    check(COMPLETIONS, "post", event);
                }
            }
        }
        good("/v1/models", get("/v1/models"));
        good("/v1/models/{model}", get("/v1/models/fast"));
        bad("/v1/models/{model}", get("/v1/models/none"));
        good("/v1/models/{owner}/{model}", get("/v1/models/deep/thought"));
    }

    private void operator() throws Exception {
        model.answers("um").fails(Failure.Kind.KEY_REFUSED);
        Answer told = chat("bia", "oi").send();
        chat("bia", "oi").send();
        String one = CONVERSATIONS + "/" + told.text("conversation_id");
        good(CONVERSATIONS, get(CONVERSATIONS + "?limit=1"));
        good(CONVERSATION, get(one));
        bad(CONVERSATION, get(CONVERSATIONS + "/none"));
        good(CONVERSATION + "/messages", get(one + "/messages"));
        good(CONVERSATION + "/messages", post(one + "/messages", "{\"text\":\"eu\"}"));
        bad(CONVERSATION + "/messages", post(one + "/messages", "{\"text\":5}"));
        String reply = "/api/operator/messages/" + told.text("reply_id");
        try (Events events = Events.of(get("/api/operator/events").start())) {
            events.nextOrComment();
            good(CONVERSATION, call("PATCH", one).json("{\"title\":\"Bia\",\"pinned\":true}"));
            good(MESSAGE, call("PATCH", reply).json("{\"pinned\":true}"));
            good(MESSAGE + "/regenerate", post(reply + "/regenerate", "{}"));
            heard(events, Set.of("conversation", "message", "path", "delta"));
            good(CONVERSATION + "/stop", post(one + "/stop", "{}"));
            good(CONVERSATION, call("DELETE", one));
            heard(events, Set.of("removed"));
        }
        good(CONVERSATION + "/restore", post(one + "/restore", "{}"));
        correspondents();
        good(SETTINGS, get(SETTINGS));
        good(SETTINGS, call("PATCH", SETTINGS).json("{\"temperature\":0.5}"));
        bad(SETTINGS, call("PATCH", SETTINGS).json("{\"temperature\":5}"));
        good("/api/operator/usage", get("/api/operator/usage"));
    }

    private void correspondents() throws Exception {
        Strangers strangers = new Strangers(database.channels());
        String eva = CONVERSATIONS + "/" + strangers.writes("eva");
        good("/api/operator/correspondents", get("/api/operator/correspondents?limit=5"));
        bad("/api/operator/correspondents", get("/api/operator/correspondents?limit=0"));
        good(CONVERSATION + "/correspondent", get(eva + "/correspondent"));
        bad(CONVERSATION + "/correspondent", get(CONVERSATIONS + "/none/correspondent"));
        good(CONVERSATION + "/approve", post(eva + "/approve", "{}"));
        good(CONVERSATION + "/release", post(eva + "/release", "{\"answer\":false}"));
        bad(CONVERSATION + "/release", post(eva + "/release", "{}"));
        String failed = "/api/operator/messages/" + strangers.isSentInVain("eva", "Hello");
        good(MESSAGE + "/resend", post(failed + "/resend", "{}"));
        bad(MESSAGE + "/resend", post("/api/operator/messages/none/resend", "{}"));
        good(CONVERSATION + "/block", post(eva + "/block", "{}"));
    }

    /** Reads until each of these came, and checks all that comes. */
    private void heard(Events events, Set<String> names) throws IOException {
        Set<String> waiting = new TreeSet<>(names);
        while (!waiting.isEmpty()) {
            Events.Event event = events.next();
            if (event == null) {
                throw new IOException("The stream ended without " + waiting);
            }
            check("/api/operator/events", "get", event);
            waiting.remove(event.name());
        }
    }

    private void events(String template, Wire.Call call, String last) throws Exception {
        try (Events events = Events.of(call.start())) {
            List<Events.Event> all = events.rest();
            for (Events.Event event : all) {
                check(template, "post", event);
            }
            assertEquals(last, all.getLast().name());
        }
    }

    private void check(String template, String method, Events.Event event) {
        called.add(method + " " + template);
        JsonNode schema =
                operation(template, method)
                        .at("/responses/200/content/text~1event-stream/x-events")
                        .path(event.name());
        assertFalse(schema.isMissingNode(), template + " says nothing of " + event.name());
        assertEquals(List.of(), SchemaCheck.faults(document, schema, event.data()), template);
    }

    private JsonNode operation(String template, String method) {
        JsonNode operation = document.path("paths").path(template).path(method);
        assertFalse(operation.isMissingNode(), method + " " + template);
        return operation;
    }

    private void good(String template, Wire.Call call) throws Exception {
        Answer answer = call.send();
        assertTrue(answer.status() < 300, template + answer.body());
        String method = call.method().toLowerCase(Locale.ROOT);
        called.add(method + " " + template);
        JsonNode operation = operation(template, method);
        check(operation, Integer.toString(answer.status()), answer, template);
        if (operation.has("requestBody")) {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            JsonNode sent = JSON.readTree(call.body());
            assertEquals(List.of(), SchemaCheck.faults(document, schema, sent), template);
        }
    }

    private void bad(String template, Wire.Call call) throws Exception {
        Answer answer = call.send();
        assertTrue(answer.status() >= 400, template + answer.body());
        String method = call.method().toLowerCase(Locale.ROOT);
        check(operation(template, method), "default", answer, template);
    }

    private void check(JsonNode operation, String status, Answer answer, String template) {
        JsonNode schema =
                operation.path("responses").path(status).at("/content/application~1json/schema");
        assertFalse(schema.isMissingNode(), template + " says nothing of " + status);
        assertEquals(List.of(), SchemaCheck.faults(document, schema, answer.json()), template);
    }

    @Test
    void the_checker_finds_what_is_wrong() throws Exception {
        JsonNode schema = document.at("/components/schemas/Erased");
        for (String wrong :
                List.of(
                        "{}",
                        "5",
                        "{\"message\":1,\"user_id\":\"\",\"channel\":\"web\"}",
                        "{\"message\":\"\",\"user_id\":\"\",\"channel\":\"fax\"}",
                        "{\"message\":\"\",\"user_id\":\"\",\"channel\":\"web\",\"x\":1}")) {
            JsonNode value = JSON.readTree(wrong);
            assertFalse(SchemaCheck.faults(document, schema, value).isEmpty(), wrong);
        }
    }
}
