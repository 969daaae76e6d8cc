package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChatRequest;
import app.prosa.conversation.ChatRequest.Part;
import app.prosa.conversation.ChatRequest.Role;
import app.prosa.conversation.ModelRef;
import app.prosa.settings.Preset;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A request says what openai-java would say. */
@DisabledIfSystemProperty(
        named = "prosa.cut",
        matches = "true",
        disabledReason = "What it compares with is not shipped")
class ChatBodyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ModelRef MODEL = new ModelRef("p", "gpt-4o");

    /** Takes nothing that can be left out. */
    private static final Dialect PLAIN =
            new Dialect(false, false, Dialect.TokenLimit.MAX_TOKENS, Dialect.Pictures.TOLD);

    @Test
    void a_conversation_is_written_as_the_library_writes_it() throws Exception {
        assertSame(
                new ChatRequest(
                        MODEL,
                        "Seja breve. \"Aspas\", 😀 e \u2028 também.",
                        List.of(
                                new Part(Role.USER, "Olá\n\t\\", List.of()),
                                new Part(Role.ASSISTANT, "", List.of()),
                                new Part(Role.SYSTEM, "x", List.of()),
                                new Part(Role.USER, "</script>", List.of())),
                        0.7,
                        4_096));
    }

    @Test
    void what_was_not_chosen_is_left_out_as_the_library_leaves_it_out() throws Exception {
        assertSame(
                new ChatRequest(
                        MODEL, "", List.of(new Part(Role.USER, "Hi", List.of())), null, null));
    }

    @Test
    void pictures_and_files_are_written_as_the_library_writes_them() throws Exception {
        byte[] bytes = {(byte) 0x89, 'P', 'N', 'G', 0, (byte) 0xff};
        Attachment picture = new Attachment("a.png", "image/png", bytes);
        Attachment text =
                new Attachment("b.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8));
        assertSame(
                new ChatRequest(
                        MODEL,
                        "Look",
                        List.of(
                                new Part(Role.USER, "What is it?", List.of(picture, text)),
                                new Part(Role.USER, "", List.of(picture)),
                                new Part(Role.ASSISTANT, "A dot.", List.of(picture))),
                        1.0,
                        1));
    }

    private static void assertSame(ChatRequest request) throws Exception {
        for (Preset preset : Preset.values()) {
            assertSame(request, Dialect.of(preset, request.model().model()));
        }
        assertSame(request, PLAIN);
    }

    private static void assertSame(ChatRequest request, Dialect dialect) throws Exception {
        assertEquals(
                JSON.readTree(LibraryRequest.of(request, dialect)),
                JSON.readTree(ChatBody.of(request, dialect)));
    }
}
