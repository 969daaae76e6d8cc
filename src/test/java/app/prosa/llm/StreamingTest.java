package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta.Usage;
import app.prosa.settings.Preset;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamingTest {
    private final Collected sink = new Collected();
    private Rig rig = Rig.start();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void an_answer_arrives_in_pieces_with_its_usage_and_the_exact_model() throws Exception {
        ChatOutcome outcome = rig.ask("echo", "Olá, você aí 👩‍🚀", sink);

        assertEquals("Olá, você aí 👩‍🚀", sink.answer());
        assertEquals(4, sink.answers.size());
        assertEquals(new Usage(18, 4), outcome.usage());
        assertEquals("echo-2026", outcome.model());
        assertFalse(outcome.cutShort());
    }

    @Test
    void the_first_piece_is_told_long_before_the_last_is_sent() throws Exception {
        Thread asking = Thread.ofVirtual().start(() -> askQuietly("slow"));
        sink.begun.await();

        assertFalse(rig.lastRequest().answered().isDone());
        asking.interrupt();
        asking.join();
    }

    private void askQuietly(String model) {
        try {
            rig.ask(model, "Hello", sink);
        } catch (app.prosa.conversation.ChatModelException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nothing_is_lost_when_the_server_is_much_faster_than_the_reader() throws Exception {
        StringBuilder text = new StringBuilder();
        rig.models.stream(
                Rig.request("flood", "Hi"),
                new ReplySink() {
                    @Override
                    public void answer(String delta) {
                        if (text.isEmpty()) {
                            letTheServerRunAhead();
                        }
                        text.append(delta);
                    }

                    @Override
                    public void reasoning(String delta) {}
                });

        assertEquals("x".repeat(4 << 20), text.toString());
    }

    private void letTheServerRunAhead() {
        try {
            rig.lastRequest().answered().get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // it waits for us, which is as good
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_whole_history_is_sent_in_order_with_the_options() throws Exception {
        ChatRequest request =
                new ChatRequest(
                        new ModelRef(Rig.PROVIDER, "echo"),
                        "Be brief.",
                        List.of(
                                new Part(Role.USER, "One", List.of()),
                                new Part(Role.ASSISTANT, "Two", List.of()),
                                new Part(Role.SYSTEM, "A note", List.of()),
                                new Part(Role.USER, "Three", List.of())),
                        0.5,
                        99);
        rig.models.stream(request, sink);

        JsonNode body = rig.lastRequest().body();
        assertEquals(
                List.of("system", "user", "assistant", "system", "user"),
                body.path("messages").findValuesAsText("role"));
        assertEquals(
                List.of("Be brief.", "One", "Two", "A note", "Three"),
                body.path("messages").findValuesAsText("content"));
        assertEquals(0.5, body.path("temperature").asDouble());
        assertEquals(99, body.path("max_tokens").asInt());
    }

    @Test
    void nothing_about_this_computer_is_sent_along() throws Exception {
        rig.ask("echo", "Hi", sink);

        assertTrue(
                rig.lastRequest().headers().keySet().stream()
                        .noneMatch(name -> name.startsWith("x-stainless")));
        assertEquals("Prosa", rig.lastRequest().headers().get("user-agent"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"think", "think-router"})
    void reasoning_in_a_field_of_its_own_is_kept_apart(String model) throws Exception {
        rig.ask(model, "2+2?", sink);

        assertEquals("Two and two. That is four.", sink.reasoning());
        assertEquals("Four.", sink.answer());
    }

    @Test
    void reasoning_sent_in_two_fields_is_told_once() throws Exception {
        rig.ask("think-twice", "?", sink);

        assertEquals("Hm.", sink.reasoning());
    }

    @Test
    void reasoning_between_tags_is_kept_apart() throws Exception {
        rig.ask("think-tags", "2+2?", sink);

        assertEquals("Let me see.", sink.reasoning());
        assertEquals("Two plus two is four.", sink.answer());
    }

    @Test
    void an_answer_at_the_largest_number_of_tokens_is_cut_short() throws Exception {
        assertTrue(rig.ask("short", "Tell me", sink).cutShort());
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-done", "bare-done"})
    void one_of_the_two_marks_of_the_end_is_enough(String model) throws Exception {
        rig.ask(model, "Hi", sink);

        assertEquals("All of it.", sink.answer());
    }

    @Test
    void connections_serve_again() throws Exception {
        for (int i = 0; i < 5; i++) {
            rig.ask("echo", "Hi", sink);
        }
        assertEquals(1, rig.server.connections());
    }

    @Test
    void files_become_blocks_with_their_names_and_images_are_sent_as_such() throws Exception {
        List<Attachment> files =
                List.of(
                        Attachment.ofText("notes.md", "a\n```\nb"),
                        new Attachment("photo.png", "image/png", new byte[] {1, 2, 3}),
                        new Attachment("paper.pdf", "application/pdf", bytes("%PDF")));
        Part part = new Part(Role.USER, "Read this", files);
        rig.models.stream(
                new ChatRequest(new ModelRef(Rig.PROVIDER, "echo"), "", List.of(part), null, null),
                sink);

        assertEquals(
                """
                Read this

                Attached file "notes.md":
                ````
                a
                ```
                b
                ````

                Attached file "paper.pdf" (application/pdf, 4 bytes); its content is not included.\
                """,
                sink.answer());
        assertEquals(
                "data:image/png;base64,AQID",
                rig.lastRequest().body().at("/messages/0/content/1/image_url/url").asText());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_server_that_does_not_count_tokens_on_request_still_answers_and_is_remembered()
            throws Exception {
        assertNull(rig.ask("picky", "Hi", sink).usage());
        assertEquals(2, rig.server.requests().size());

        rig.ask("picky", "Hi", sink);
        assertEquals(3, rig.server.requests().size());
    }

    @Test
    void options_that_a_model_does_not_take_are_left_out_or_renamed() throws Exception {
        ask("no-temperature");
        assertFalse(rig.lastRequest().body().has("temperature"));

        ask("new-limit");
        assertEquals(50, rig.lastRequest().body().path("max_completion_tokens").asInt());
    }

    private ChatOutcome ask(String model) throws Exception {
        Part part = new Part(Role.USER, "Hi", List.of());
        return rig.models.stream(
                new ChatRequest(new ModelRef(Rig.PROVIDER, model), "", List.of(part), 0.2, 50),
                sink);
    }

    @Test
    void azure_gets_its_own_path_and_its_key_in_its_own_header() throws Exception {
        rig.close();
        rig = Rig.start(Preset.AZURE, "/openai/deployments/x?api-version=1", FakeOpenAi.KEY);
        ChatOutcome outcome = ask("echo");

        assertEquals("/openai/v1/chat/completions", rig.lastRequest().path());
        assertEquals(FakeOpenAi.KEY, rig.lastRequest().headers().get("api-key"));
        assertNull(rig.lastRequest().headers().get("authorization"));
        assertEquals(50, rig.lastRequest().body().path("max_completion_tokens").asInt());
        assertNotNull(outcome.usage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gone-once", "broken-once", "busy-once"})
    void what_may_be_gone_a_moment_later_is_tried_again(String model) throws Exception {
        rig.ask(model, "Hello again", sink);

        assertEquals("Hello again", sink.answer());
        assertEquals(2, rig.server.requests().size());
    }

    @Test
    void a_server_may_take_its_time_to_begin() throws Exception {
        rig.ask("slow-headers", "Hi", sink);

        assertEquals("Hi", sink.answer());
    }

    @Test
    void warming_up_asks_nobody() {
        rig.models.warm();

        assertEquals(0, rig.server.connections());
    }
}
