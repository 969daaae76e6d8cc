package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.server.Events.Event;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversationTest extends HubRig {
    private static final String PATH = "/api/conversation/ana/web";

    @Test
    void a_history_without_a_word_is_empty() throws Exception {
        Answer answer = get(PATH).send();
        assertEquals(200, answer.status());
        assertEquals(
                "{\"user_id\":\"ana\",\"channel\":\"web\",\"messages\":[],\"total_messages\":0}",
                answer.body());
    }

    @Test
    void a_history_is_read_page_by_page_from_its_end() throws Exception {
        for (int i = 0; i < 5; i++) {
            model.answers("answer " + i);
            chat("ana", "question " + i).send();
        }
        JsonNode last = get(PATH + "?limit=3").send().json();
        assertEquals(List.of("answer 3", "question 4", "answer 4"), contents(last));
        assertEquals(10, last.path("total_messages").asInt());
        String oldest = last.at("/messages/0/id").asText();
        JsonNode before = get(PATH + "?limit=4&before=" + oldest).send().json();
        assertEquals(List.of("answer 1", "question 2", "answer 2", "question 3"), contents(before));
        String first = get(PATH).send().json().at("/messages/0/id").asText();
        assertEquals(List.of(), contents(get(PATH + "?before=" + first).send().json()));
    }

    @ParameterizedTest
    @CsvSource({
        "?limit=0",
        "?limit=-3",
        "?limit=many",
        "?before=x",
        "?before=01a204aa-5898-7000-b61d-26676e804ada"
    })
    void a_page_that_cannot_be_is_refused(String query) throws Exception {
        chat("ana", "oi").send();
        Answer answer = get(PATH + query).send();
        assertEquals(400, answer.status());
        assertEquals("invalid_parameter", answer.code());
    }

    @Test
    void a_message_of_another_conversation_is_no_place_to_begin() throws Exception {
        chat("ana", "oi").send();
        String other = chat("bia", "oi").send().text("reply_id");
        assertEquals("invalid_parameter", get(PATH + "?before=" + other).send().code());
    }

    @Test
    void a_history_that_is_erased_is_gone_for_good() throws Exception {
        Answer first = chat("ana", "oi").send();
        Answer erased = call("DELETE", PATH).send();
        assertEquals(200, erased.status());
        assertEquals("Histórico de conversa limpo com sucesso", erased.text("message"));
        assertEquals("ana", erased.text("user_id"));
        assertEquals("web", erased.text("channel"));
        assertEquals(0, get(PATH).send().json().path("total_messages").asInt());

        Answer second = chat("ana", "again").send();
        assertNotEquals(first.text("conversation_id"), second.text("conversation_id"));
        assertEquals(
                1, model.requests().getLast().messages().size(), "the model knows nothing of it");
        assertEquals(200, call("DELETE", "/api/conversation/nobody/web").send().status());
    }

    @Test
    void an_unknown_channel_is_none() throws Exception {
        assertEquals("invalid_channel", get("/api/conversation/ana/sms").send().code());
        assertEquals("invalid_user_id", get("/api/conversation/%20/web").send().code());
    }

    @Test
    void a_listener_hears_of_every_message_whoever_writes_it() throws Exception {
        model.answers("hello, Ana");
        try (Events events = listen(null)) {
            chat("ana", "oi").send();
            Event question = events.await("message");
            assertEquals("user", question.text("role"));
            assertEquals("oi", question.text("content"));
            Event answer = events.await("message");
            assertEquals("streaming", answer.text("state"));
            Event whole = events.await("message");
            assertEquals(answer.text("id"), whole.text("id"));
            assertEquals("hello, Ana", whole.text("content"));
            assertEquals("complete", whole.text("state"));

            byHand("I am a person");
            Event hand = events.await("message");
            assertEquals("operator", hand.text("role"));
            assertEquals("I am a person", hand.text("content"));
        }
    }

    @Test
    void a_listener_that_comes_back_is_told_what_it_missed() throws Exception {
        chat("ana", "one").send();
        String last;
        try (Events events = listen(null)) {
            assertEquals("one", events.await("message").text("content"));
            last = events.await("message").id();
        }
        chat("ana", "two").send();
        try (Events events = listen(last)) {
            List<String> told = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                told.add(events.await("message").text("content"));
            }
            assertEquals(List.of("one", "ok", "two", "ok"), told, "again what it may have missed");
        }
    }

    @Test
    void a_listener_hears_that_the_history_is_another_one() throws Exception {
        chat("ana", "one").send();
        String last;
        try (Events events = listen(null)) {
            last = events.await("message").id();
            call("DELETE", PATH).send();
            events.await("reset");
            chat("ana", "two").send();
            assertEquals("two", events.await("message").text("content"));
        }
        try (Events events = listen(last)) {
            events.await("reset");
            assertEquals("two", events.await("message").text("content"));
        }
    }

    @Test
    void a_message_that_the_operator_takes_out_is_gone_for_the_listener() throws Exception {
        Answer answer = chat("ana", "one").send();
        try (Events events = listen(null)) {
            events.await("message");
            events.await("message");
            engine.conversations().deleteMessage(MessageId.of(answer.text("reply_id")), true);
            assertEquals(answer.text("reply_id"), events.await("removed").text("id"));
        }
        assertEquals(List.of("one"), contents(get(PATH).send().json()));
    }

    @Test
    void notes_are_between_the_operator_and_the_model() throws Exception {
        chat("ana", "one").send();
        database.conversations().append(find().id(), Author.NOTE, "a note", Instant.now());
        assertEquals(List.of("one", "ok"), contents(get(PATH).send().json()));
    }

    @Test
    void listeners_of_others_hear_nothing() throws Exception {
        try (Events bia = Events.of(get("/api/conversation/bia/web/events").start());
                Events telegram = Events.of(get("/api/conversation/ana/telegram/events").start())) {
            chat("ana", "for me alone").send();
            chat("bia", "for bia").send();
            assertEquals("for bia", bia.await("message").text("content"));
            hub.stop();
            assertNull(telegram.next());
        }
    }

    @Test
    void a_reply_that_is_being_written_when_a_listener_comes_is_told_when_it_is_whole()
            throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        model.then(sink -> {
            sink.answer("half");
            go.await();
        });
        try (Wire chatting = chat("ana", "oi").start()) {
            waitFor(() -> model.requests().size() == 1);
            try (Events events = listen(null)) {
                events.await("message");
                assertEquals("streaming", events.await("message").text("state"));
                go.countDown();
                assertEquals("complete", events.await("message").text("state"));
            }
            assertEquals("half", chatting.hear().text("ai_response"));
        }
    }

    private Events listen(@Nullable String last) throws Exception {
        Wire.Call call = get(PATH + "/events");
        return Events.of((last == null ? call : call.with("Last-Event-ID", last)).start());
    }

    private Conversation find() {
        return engine.conversations().find(ChannelKind.WEB, "ana").orElseThrow();
    }

    /** As the window does it, once it can. */
    private void byHand(String text) {
        Message message =
                database.conversations()
                        .append(find().id(), Author.OPERATOR, text, Instant.now())
                        .orElseThrow();
        engine.conversations().pinMessage(message.id(), true);
    }

    private static List<String> contents(JsonNode history) {
        List<String> contents = new ArrayList<>();
        history.path("messages").forEach(message -> contents.add(message.path("content").asText()));
        return contents;
    }
}
