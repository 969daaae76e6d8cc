package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.Failure;
import app.prosa.settings.hub.HubSettings;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTest extends HubRig {
    @Test
    void a_message_is_answered_with_the_fields_of_the_contract() throws Exception {
        model.answers("Olá, ", "Ana!");
        Answer answer = chat("ana", "Oi 😀 \\\"você\\\"").send();

        assertEquals(200, answer.status(), answer.body());
        assertEquals("application/json; charset=utf-8", answer.header("content-type"));
        assertEquals("no-store", answer.header("cache-control"));
        assertEquals("ana", answer.text("user_id"));
        assertEquals("web", answer.text("channel"));
        assertEquals("Oi 😀 \"você\"", answer.text("user_message"));
        assertEquals("Olá, Ana!", answer.text("ai_response"));
        assertEquals("model-1", answer.text("model"));
        assertEquals(3, answer.json().at("/usage/prompt_tokens").asInt());
        assertEquals(8, answer.json().at("/usage/total_tokens").asInt());
        assertTrue(Instant.parse(answer.text("timestamp")).isBefore(Instant.now()));
        assertEquals(answer.text("user_message_id"), answer.text("message_id"));

        JsonNode history = get("/api/conversation/ana/web").send().json();
        assertEquals(2, history.path("total_messages").asInt());
        assertEquals("user", history.at("/messages/0/role").asText());
        assertEquals("Oi 😀 \"você\"", history.at("/messages/0/content").asText());
        assertEquals(answer.text("user_message_id"), history.at("/messages/0/id").asText());
        assertEquals("assistant", history.at("/messages/1/role").asText());
        assertEquals("Olá, Ana!", history.at("/messages/1/content").asText());
        assertEquals(answer.text("reply_id"), history.at("/messages/1/id").asText());
        assertEquals("complete", history.at("/messages/1/state").asText());
    }

    /** Its last event alone is larger than what may gather for a client that does not read. */
    @Test
    void the_longest_answer_is_streamed_to_its_end() throws Exception {
        String piece = "x".repeat(10_000);
        model.then(sink -> {
            for (int i = 0; i < 90; i++) {
                sink.answer(piece);
            }
        });
        Wire.Call call = chat("ana", "hello", "m1").with("Accept", "text/event-stream");
        try (Events events = Events.of(call.start())) {
            assertEquals(900_000, events.await("done").text("ai_response").length());
        }
    }

    @Test
    void the_same_message_again_gets_the_same_answer() throws Exception {
        model.answers("first").answers("second");
        Answer first = chat("ana", "hello", "m1").send();
        Answer again = chat("ana", "hello", "m1").send();

        assertEquals("m1", first.text("message_id"));
        assertEquals(first.body(), again.body());
        assertEquals(1, model.requests().size());
    }

    @Test
    void the_same_message_while_it_is_answered_waits_for_that_answer() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            go.await();
            sink.answer("one");
        });
        try (Wire first = chat("ana", "hello", "m1").start();
                Wire second = chat("ana", "hello", "m1").start()) {
            waitFor(() -> model.requests().size() == 1);
            go.countDown();
            assertEquals(first.hear().body(), second.hear().body());
        }
        assertEquals(1, model.requests().size());
    }

    @Test
    void two_users_names_for_their_messages_have_nothing_to_do_with_each_other() throws Exception {
        model.answers("for Ana").answers("for Bia");
        assertEquals("for Ana", chat("ana", "hello", "m1").send().text("ai_response"));
        assertEquals("for Bia", chat("bia", "hello", "m1").send().text("ai_response"));
    }

    @Test
    void two_messages_of_one_conversation_are_answered_one_after_the_other() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            go.await();
            sink.answer("one");
        });
        try (Wire first = chat("ana", "1").start()) {
            waitFor(() -> model.requests().size() == 1);
            try (Wire second = chat("ana", "2").start()) {
                assertEquals(
                        "ok", chat("bia", "x").send().text("ai_response"), "others do not wait");
                waitFor(() -> historyOf("ana") == 4);
                assertEquals(2, model.requests().size(), "the second has its place and waits");
                go.countDown();
                assertEquals("one", first.hear().text("ai_response"));
                assertEquals("ok", second.hear().text("ai_response"));
            }
        }
    }

    private int historyOf(String user) {
        return engine.conversations().find(ChannelKind.WEB, user).map(Conversation::size).orElse(0);
    }

    @ParameterizedTest
    @CsvSource({
        "NETWORK,model_unavailable",
        "KEY_REFUSED,model_auth",
        "NO_KEY,model_auth",
        "TIMEOUT,model_timeout",
        "QUOTA_SPENT,budget_spent",
        "RATE_LIMITED,model_unavailable"
    })
    void a_model_without_an_answer_is_one_sentence_and_a_code(Failure.Kind kind, String code)
            throws Exception {
        model.fails(kind);
        Answer answer = chat("ana", "hello").send();

        String sentence =
                "Desculpe, ocorreu um erro ao processar sua mensagem. Tente novamente mais tarde.";
        assertEquals(502, answer.status());
        assertEquals(code, answer.code());
        assertEquals(sentence, answer.text("error"));
        assertEquals(sentence, answer.text("ai_response"));
        JsonNode history = get("/api/conversation/ana/web").send().json();
        assertEquals("hello", history.at("/messages/0/content").asText());
        assertEquals("failed", history.at("/messages/1/state").asText());
    }

    @Test
    void a_message_that_failed_is_tried_again_when_it_is_sent_again() throws Exception {
        model.fails(Failure.Kind.NETWORK).answers("now");
        assertEquals(502, chat("ana", "hello", "m1").send().status());
        assertEquals("now", chat("ana", "hello", "m1").send().text("ai_response"));
    }

    @Test
    void a_stream_tells_the_reply_piece_by_piece() throws Exception {
        model.answers("Good ", "day 😀");
        try (Events events =
                Events.of(chat("ana", "hello", "m1").with("Accept", "text/event-stream").start())) {
            assertEquals("no-store", events.headers.get("cache-control"));
            List<Events.Event> all = events.rest();
            Events.Event accepted = all.getFirst();
            Events.Event done = all.getLast();
            assertEquals("accepted", accepted.name());
            assertEquals("m1", accepted.text("message_id"));
            assertEquals("done", done.name());
            assertEquals("Good day 😀", done.text("ai_response"));
            assertEquals(done.text("reply_id"), accepted.text("reply_id"));
            assertEquals(done.text("user_message_id"), accepted.text("user_message_id"));
            assertEquals("Good day 😀", pieces(all));
            assertEquals(all.size(), all.stream().map(Events.Event::id).distinct().count());
        }
    }

    @Test
    void whoever_joins_a_stream_late_or_comes_back_misses_nothing_and_gets_nothing_twice()
            throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            sink.answer("one ");
            sink.answer("two ");
            go.await();
            sink.answer("three");
        });
        Wire.Call call = chat("ana", "hello", "m1").with("Accept", "text/event-stream");
        Events.Event second;
        try (Events lost = Events.of(call.start())) {
            Events.Event delta = lost.await("delta");
            while (delta.text("offset").equals("0") && !delta.text("text").contains("two")) {
                delta = lost.await("delta");
            }
            second = delta;
        }
        try (Events late = Events.of(call.start());
                Events back = Events.of(call.with("Last-Event-ID", second.id()).start())) {
            back.await("accepted");
            late.await("accepted");
            Events.Event missed = late.await("delta");
            go.countDown();
            List<Events.Event> rest = late.rest();
            assertEquals("one two three", missed.text("text") + pieces(rest));
            List<Events.Event> restOfBack = back.rest();
            assertEquals("three", pieces(restOfBack));
            assertEquals("one two three", restOfBack.getLast().text("ai_response"));
        }
    }

    @Test
    void a_client_that_goes_away_does_not_stop_its_answer() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            sink.answer("one ");
            go.await();
            sink.answer("two");
        });
        Wire.Call call = chat("ana", "hello", "m1").with("Accept", "text/event-stream");
        try (Events events = Events.of(call.start())) {
            events.await("delta");
        }
        go.countDown();
        assertEquals("one two", chat("ana", "hello", "m1").send().text("ai_response"));
    }

    @Test
    void a_stream_that_fails_ends_with_the_error() throws Exception {
        model.fails(Failure.Kind.TIMEOUT, "half");
        try (Events events =
                Events.of(
                        chat("ana", "hello")
                                .with("Accept", "text/event-stream")
                                .with("Accept-Language", "en-GB,en;q=0.9")
                                .start())) {
            List<Events.Event> all = events.rest();
            assertEquals("half", pieces(all));
            assertEquals("error", all.getLast().name());
            assertEquals("model_timeout", all.getLast().text("code"));
            assertTrue(all.getLast().text("error").startsWith("Sorry"), all.toString());
        }
    }

    @Test
    void half_a_character_at_the_end_of_a_piece_is_made_whole_by_the_next() throws Exception {
        model.answers("a\ud83d", "\ude00b", "\u0001\"\\\n");
        try (Events events =
                Events.of(chat("ana", "hello").with("Accept", "text/event-stream").start())) {
            List<Events.Event> all = events.rest();
            assertEquals("a😀b\u0001\"\\\n", pieces(all));
            assertEquals("a😀b\"\\\n", all.getLast().text("ai_response"));
        }
    }

    @Test
    void more_than_the_chosen_number_at_once_are_told_to_come_again() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<Wire> waiting = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            model.then(sink -> {
                go.await();
                sink.answer("late");
            });
            waiting.add(chat("user" + i, "hello").start());
        }
        waitFor(() -> model.requests().size() == 3);
        Answer refused = chat("one-more", "hello").send();
        go.countDown();

        assertEquals(503, refused.status());
        assertEquals("overloaded", refused.code());
        assertNotEquals("", refused.header("retry-after"));
        for (Wire wire : waiting) {
            assertEquals("late", wire.hear().text("ai_response"));
            wire.close();
        }
        assertEquals(200, chat("one-more", "hello").send().status());
    }

    @Override
    HubSettings chosen(HubSettings usual) {
        return Chosen.inFlight(usual, 3);
    }

    static String pieces(List<Events.Event> events) {
        StringBuilder all = new StringBuilder();
        for (Events.Event event : events) {
            if (event.name().equals("delta")) {
                assertEquals(all.length(), event.data().path("offset").asInt() - begin(events));
                all.append(event.text("text"));
            }
        }
        return all.toString();
    }

    private static int begin(List<Events.Event> events) {
        return events.stream()
                .filter(event -> event.name().equals("delta"))
                .findFirst()
                .map(event -> event.data().path("offset").asInt())
                .orElse(0);
    }
}
