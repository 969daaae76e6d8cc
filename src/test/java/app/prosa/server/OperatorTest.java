package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.server.http.Patience;
import app.prosa.settings.Settings;
import app.prosa.settings.hub.ApiKey.Scope;
import app.prosa.settings.hub.NewKey;
import app.prosa.testing.Strangers;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What the window does with conversations, done over HTTP. */
class OperatorTest extends HubRig {
    private static final String ALL = "/api/operator/conversations";
    private static final String EVENTS = "/api/operator/events";

    private String conversation(String user) throws Exception {
        return chat(user, "oi from " + user).send().text("conversation_id");
    }

    private Answer patch(String path, String json) throws Exception {
        return call("PATCH", path).json(json).send();
    }

    @Test
    void the_list_comes_in_pages_newest_first() throws Exception {
        for (String user : List.of("ana", "bia", "caio")) {
            later = later.plusSeconds(1);
            conversation(user);
        }
        Answer first = get(ALL + "?limit=2").send();
        assertEquals(List.of("caio", "bia"), users(first));
        Answer second = get(ALL + "?limit=2&after=" + first.text("next")).send();
        assertEquals(List.of("ana"), users(second));
        assertTrue(second.json().path("next").isNull());
        assertEquals(List.of("bia"), users(get(ALL + "?q=FROM%20BIA").send()));
        for (String wrong : List.of("?after=x", "?limit=0", "?trashed=maybe")) {
            assertEquals("invalid_parameter", get(ALL + wrong).send().code());
        }
    }

    private static List<String> users(Answer list) {
        List<String> users = new ArrayList<>();
        list.json().path("conversations").forEach(c -> users.add(c.path("user_id").asText()));
        return users;
    }

    @Test
    void a_conversation_is_renamed_pinned_read_and_given_a_mode() throws Exception {
        String path = ALL + "/" + conversation("ana");
        Answer changed =
                patch(
                        path,
                        "{\"title\":\"Ana\",\"pinned\":true,\"mode\":\"paused\",\"read\":true}");
        assertEquals(200, changed.status(), changed.body());
        JsonNode now = get(path).send().json();
        assertEquals("Ana", now.path("title").asText());
        assertTrue(now.path("titled_by_hand").asBoolean());
        assertTrue(now.path("pinned").asBoolean());
        assertEquals("paused", now.path("mode").asText());
        assertEquals(0, now.path("unread").asInt());
        Answer refused = patch(path, "{\"title\":\"B\",\"mode\":\"loud\"}");
        assertEquals("invalid_parameter", refused.code());
        assertEquals("Ana", get(path).send().text("title"), "all or nothing");
    }

    @Test
    void what_goes_into_the_trash_comes_back() throws Exception {
        String path = ALL + "/" + conversation("ana");
        assertFalse(call("DELETE", path).send().json().path("trashed_at").isNull());
        assertEquals(List.of(), users(get(ALL).send()));
        assertEquals(List.of("ana"), users(get(ALL + "?trashed=true").send()));
        assertTrue(post(path + "/restore", "{}").send().json().path("trashed_at").isNull());
        assertEquals(List.of("ana"), users(get(ALL).send()));
    }

    @Test
    void what_is_not_there_is_said_to_be_missing() throws Exception {
        for (String id : List.of("x", "00000000-0000-7000-8000-000000000000")) {
            assertEquals("conversation_not_found", get(ALL + "/" + id).send().code());
            assertEquals(
                    "message_not_found",
                    patch("/api/operator/messages/" + id, "{\"pinned\":true}").code());
        }
    }

    @Test
    void messages_come_in_pages_with_all_that_is_known() throws Exception {
        model.answers("um").fails(Failure.Kind.KEY_REFUSED);
        String id = conversation("ana");
        chat("ana", "again").send();
        Answer last = get(ALL + "/" + id + "/messages?limit=2").send();
        assertEquals(4, last.json().path("total_messages").asInt());
        JsonNode failed = last.json().path("messages").path(1);
        assertEquals("failed", failed.path("state").asText());
        assertEquals("key_refused", failed.path("failure").path("kind").asText());
        Answer first = get(ALL + "/" + id + "/messages?before=" + last.text("before")).send();
        JsonNode reply = first.json().path("messages").path(1);
        assertEquals("um", reply.path("content").asText());
        assertEquals(5, reply.path("reply").path("completion_tokens").asInt());
        assertTrue(first.json().path("before").isNull());
    }

    @Test
    void what_the_operator_says_reaches_the_visitor_at_once() throws Exception {
        String id = conversation("ana");
        try (Events page = Events.of(get("/api/conversation/ana/web/events").start())) {
            page.nextOrComment();
            Answer said = post(ALL + "/" + id + "/messages", "{\"text\":\"Sou eu\"}").send();
            assertEquals(201, said.status(), said.body());
            assertEquals("operator", said.text("role"));
            // What was said last is told first, to whoever begins to listen.
            Events.Event heard = page.await("message");
            while (!heard.text("role").equals("operator")) {
                heard = page.await("message");
            }
            assertEquals("Sou eu", heard.text("content"));
        }
        assertEquals("human", get(ALL + "/" + id).send().text("mode"));
        Answer silence = chat("ana", "Obrigada", "m2").send();
        assertEquals(200, silence.status(), silence.body());
        assertEquals("", silence.text("ai_response"));
        assertTrue(silence.json().path("reply_id").isNull());
        assertEquals(silence.body(), chat("ana", "Obrigada", "m2").send().body());
        try (Events events =
                Events.of(chat("ana", "Está aí?").with("Accept", "text/event-stream").start())) {
            Events.Event accepted = events.await("accepted");
            assertTrue(accepted.data().path("reply_id").isNull());
            Events.Event done = events.await("done");
            assertEquals("", done.text("ai_response"));
            assertEquals(accepted.text("user_message_id"), done.text("user_message_id"));
        }
        assertEquals(1, model.requests().size());
        assertEquals(
                "empty_text", post(ALL + "/" + id + "/messages", "{\"text\":\" \"}").send().code());
    }

    @Test
    void a_reply_is_written_anew_and_messages_are_marked() throws Exception {
        model.answers("um").answers("dois");
        Answer first = chat("ana", "oi").send();
        String path = "/api/operator/messages/" + first.text("reply_id");
        String fresh = post(path + "/regenerate", "{}").send().text("id");
        String all = ALL + "/" + first.text("conversation_id") + "/messages";
        waitFor(() -> body(all).contains("dois"));
        assertTrue(
                patch("/api/operator/messages/" + fresh, "{\"pinned\":true}")
                        .json()
                        .path("pinned")
                        .asBoolean());
        String asked = "/api/operator/messages/" + first.text("user_message_id");
        assertEquals("invalid_parameter", post(asked + "/regenerate", "{}").send().code());
    }

    private String body(String path) {
        try {
            return get(path).send().body();
        } catch (IOException e) {
            return "";
        }
    }

    @Test
    void settings_show_no_secret_and_change_where_that_is_safe() throws Exception {
        NewKey key = NewKey.make("Shop", Scope.CHAT, Instant.now());
        settings.update(all ->
                all.with(all.hub().withKeys(List.of(key.stored()))).with(OpenAiTest.models()));
        String path = "/api/operator/settings";
        Answer shown = get(path).send();
        assertEquals("Shop", shown.json().at("/hub/keys/0/name").asText());
        assertFalse(shown.body().contains(key.stored().sha256()));
        Answer changed =
                patch(
                        path,
                        """
                        {"model":{"provider":"two","model":"other"},"temperature":0.5,
                         "context_messages":20,"system_prompt":"Seja breve.",
                         "page":{"title":"Loja"},"hub":{"port":1}}\
                        """);
        assertEquals(200, changed.status(), changed.body());
        assertEquals(
                new Settings.ModelChoice("two", "other"), settings.current().models().chosen());
        assertEquals(0.5, settings.current().models().temperature());
        assertEquals("Seja breve.", settings.current().personas().systemPrompt());
        assertEquals("Loja", settings.current().hub().page().title());
        assertEquals(1, settings.current().hub().keys().size());
        for (String wrong :
                List.of(
                        "{\"model\":{\"provider\":\"none\",\"model\":\"x\"}}",
                        "{\"temperature\":3}",
                        "{\"context_messages\":0}",
                        "{\"persona\":\"none\"}",
                        "{\"system_prompt\":5}")) {
            assertEquals("invalid_parameter", patch(path, wrong).code(), wrong);
        }
        assertEquals(20, settings.current().models().contextMessages());
    }

    @Test
    void everything_that_happens_is_told_as_it_happens() throws Exception {
        try (Events events = Events.of(get(EVENTS).start())) {
            events.nextOrComment();
            model.answers("Olá, ", "Ana");
            String id = conversation("ana");
            assertEquals(id, events.await("conversation").text("id"));
            assertEquals("oi from ana", events.await("message").text("content"));
            Events.Event reply = events.await("message");
            assertEquals("streaming", reply.text("state"));
            Events.Event delta = events.await("delta");
            assertEquals("Olá, ", delta.text("text"));
            assertEquals(reply.text("id"), delta.text("message_id"));
            Events.Event done = events.await("message");
            assertEquals("Olá, Ana", done.text("content"));
            call("DELETE", ALL + "/" + id).send();
            assertEquals(id, events.await("removed").data().at("/ids/0").asText());
        }
    }

    @Test
    void who_comes_back_is_told_what_changed_meanwhile() throws Exception {
        String old = conversation("old");
        String renamed = conversation("renamed");
        String erased = conversation("erased");
        later = later.plusSeconds(60);
        String last;
        try (Events events = Events.of(get(EVENTS).start())) {
            events.nextOrComment();
            conversation("ana");
            last = events.await("conversation").id();
        }
        later = later.plusSeconds(60);
        conversation("bia");
        patch(ALL + "/" + renamed, "{\"title\":\"Other\"}");
        call("DELETE", "/api/conversation/erased/web").send();
        CountDownLatch hanging = new CountDownLatch(1);
        model.hangsAfter("half of it", hanging);
        try (Wire _ = chat("caio", "oi").start()) {
            hanging.await();
            List<String> told = toldAfter(last);
            assertTrue(told.containsAll(List.of("ana", "bia", "renamed")), told.toString());
            assertTrue(told.contains("half of it"), "as far as it is written");
            assertFalse(told.contains("old"), told.toString());
            assertFalse(told.contains("erased"), told.toString());
            assertEquals(erased, told.getLast());
            post(ALL + "/" + newest() + "/stop", "{}").send();
        }
        assertNotEquals(old, erased);
    }

    private String newest() throws Exception {
        return get(ALL + "?limit=1").send().json().at("/conversations/0/id").asText();
    }

    @Test
    void who_comes_back_to_a_hub_that_was_away_reads_everything_again() throws Exception {
        String id = conversation("ana");
        String last;
        try (Events events = Events.of(get(EVENTS).start())) {
            events.nextOrComment();
            conversation("ana");
            last = events.await("conversation").id();
        }
        hub.stop();
        engine.conversations().rename(ConversationId.of(id), "Said by nobody");
        port = started();
        try (Events events = Events.of(get(EVENTS).with("Last-Event-ID", last).start())) {
            assertEquals("{}", events.await("reset").data().toString());
        }
    }

    @Test
    void listeners_that_come_and_go_leave_room_for_others() throws Exception {
        hub.stop();
        Duration never = Duration.ofHours(1);
        hub = new Hub(parts(), new Patience(never, never, never, never, never, never));
        port = started();
        for (int i = 0; i < 300; i++) {
            for (String path : List.of(EVENTS, "/api/conversation/ana/web/events")) {
                try (Wire wire = get(path).start()) {
                    assertTrue(wire.in().read() >= 0);
                }
            }
        }
        waitFor(() -> listens(EVENTS));
    }

    private boolean listens(String path) {
        try (Wire wire = get(path).start()) {
            return Answer.line(wire.in()).contains("200");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void half_a_character_is_no_text_of_an_operators() throws Exception {
        String path = ALL + "/" + conversation("ana");
        String half = "\\ud83d";
        assertEquals("invalid_parameter", patch(path, "{\"title\":\"" + half + "\"}").code());
        Answer said = post(path + "/messages", "{\"text\":\"" + half + "\"}").send();
        assertEquals("invalid_parameter", said.code());
        for (String json :
                List.of(
                        "{\"system_prompt\":\"" + half + "\"}",
                        "{\"page\":{\"title\":\"" + half + "\"}}")) {
            Answer refused = patch("/api/operator/settings", json);
            assertEquals("invalid_parameter", refused.code(), json);
        }
    }

    @Test
    void a_reply_that_was_cut_short_says_so() throws Exception {
        model.answers("um").cutsShort("dois");
        String id = conversation("ana");
        chat("ana", "again").send();
        JsonNode messages = get(ALL + "/" + id + "/messages").send().json().path("messages");
        assertFalse(messages.at("/1/reply/cut_short").asBoolean(true));
        assertTrue(messages.at("/3/reply/cut_short").asBoolean());
    }

    /** Users, texts, and what was removed, which comes last. */
    private List<String> toldAfter(String last) throws Exception {
        List<String> told = new ArrayList<>();
        Wire.Call call = get(EVENTS).with("Last-Event-ID", last);
        try (Events events = Events.of(call.start())) {
            Events.Event event = events.next();
            while (event != null && !event.name().equals("removed")) {
                told.add(event.text(event.name().equals("message") ? "content" : "user_id"));
                event = events.next();
            }
            told.add(event == null ? "" : event.data().at("/ids/0").asText());
        }
        return told;
    }

    @Test
    void somebody_unknown_is_let_in_or_blocked() throws Exception {
        Strangers strangers = new Strangers(database.channels());
        String eva = ALL + "/" + strangers.writes("eva");
        String leo = ALL + "/" + strangers.writes("leo");
        assertEquals(List.of("waiting", "waiting"), standings());
        assertEquals("admitted", post(eva + "/approve", "{}").send().text("standing"));
        assertEquals("barred", post(leo + "/block", "{}").send().text("standing"));
        assertEquals(List.of(), standings());
        assertEquals("admitted", get(eva + "/correspondent").send().text("standing"));
        String own = ALL + "/" + conversation("ana");
        for (String what : List.of("/approve", "/block", "/release")) {
            Answer refused = post(own + what, "{\"answer\":true}").send();
            assertEquals("conversation_not_found", refused.code(), what);
        }
    }

    private List<String> standings() throws Exception {
        List<String> standings = new ArrayList<>();
        get("/api/operator/correspondents")
                .send()
                .json()
                .path("correspondents")
                .forEach(c -> standings.add(c.path("standing").asText()));
        return standings;
    }

    @Test
    void what_failed_is_sent_once_more() throws Exception {
        Strangers strangers = new Strangers(database.channels());
        String eva = ALL + "/" + strangers.writes("eva");
        post(eva + "/approve", "{}").send();
        String failed = "/api/operator/messages/" + strangers.isSentInVain("eva", "Olá");
        assertEquals("pending", post(failed + "/resend", "{}").send().text("state"));
        String other = chat("ana", "oi").send().text("reply_id");
        Answer refused = post("/api/operator/messages/" + other + "/resend", "{}").send();
        assertEquals("message_not_found", refused.code());
    }
}
