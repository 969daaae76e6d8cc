package app.prosa.server.openai;

import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.ReplyMeta.Usage;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The objects {@code chat.completion} and {@code chat.completion.chunk}.
 *
 * @param model the name that was asked for, as the hub lists it
 */
record CompletionJson(String id, Instant created, String model) {

    /** Not in one piece, or they would be taken for texts of the area {@code chat}. */
    private static final String WHOLE = "chat" + ".completion";

    private static final String CHUNK = WHOLE + ".chunk";

    static CompletionJson of(Instant now, String model) {
        return new CompletionJson("chatcmpl-" + UUID.randomUUID(), now, model);
    }

    void writeWhole(JsonGenerator out, String text, String reasoning, ChatOutcome outcome)
            throws IOException {
        out.writeStartObject();
        head(out, WHOLE);
        out.writeArrayFieldStart("choices");
        out.writeStartObject();
        out.writeNumberField("index", 0);
        out.writeObjectFieldStart("message");
        out.writeStringField("role", "assistant");
        out.writeStringField("content", whole(text));
        out.writeNullField("refusal");
        if (!reasoning.isEmpty()) {
            out.writeStringField("reasoning_content", whole(reasoning));
        }
        out.writeEndObject();
        out.writeNullField("logprobs");
        out.writeStringField("finish_reason", finish(outcome));
        out.writeEndObject();
        out.writeEndArray();
        if (outcome.usage() != null) {
            usage(out, outcome.usage());
        }
        out.writeEndObject();
    }

    /**
     * A chunk with one choice.
     *
     * @param role with which the first one begins
     * @param finish of the last one, or null
     */
    void writeChunk(JsonGenerator out, boolean role, @Nullable String finish, boolean withUsage)
            throws IOException {
        out.writeStartObject();
        head(out, CHUNK);
        out.writeArrayFieldStart("choices");
        out.writeStartObject();
        out.writeNumberField("index", 0);
        out.writeObjectFieldStart("delta");
        if (role) {
            out.writeStringField("role", "assistant");
            out.writeStringField("content", "");
        }
        out.writeEndObject();
        out.writeNullField("logprobs");
        out.writeStringField("finish_reason", finish);
        out.writeEndObject();
        out.writeEndArray();
        if (withUsage) {
            out.writeNullField("usage");
        }
        out.writeEndObject();
    }

    /** The chunk after the last one with a choice. */
    void writeUsage(JsonGenerator out, @Nullable Usage used) throws IOException {
        out.writeStartObject();
        head(out, CHUNK);
        out.writeArrayFieldStart("choices");
        out.writeEndArray();
        if (used == null) {
            out.writeNullField("usage");
        } else {
            usage(out, used);
        }
        out.writeEndObject();
    }

    private void head(JsonGenerator out, String kind) throws IOException {
        out.writeStringField("id", id);
        out.writeStringField("object", kind);
        out.writeNumberField("created", created.getEpochSecond());
        out.writeStringField("model", model);
    }

    private static void usage(JsonGenerator out, Usage used) throws IOException {
        out.writeObjectFieldStart("usage");
        out.writeNumberField("prompt_tokens", used.promptTokens());
        out.writeNumberField("completion_tokens", used.completionTokens());
        out.writeNumberField("total_tokens", used.promptTokens() + used.completionTokens());
        out.writeEndObject();
    }

    static String finish(ChatOutcome outcome) {
        return outcome.cutShort() ? "length" : "stop";
    }

    /** Half of a surrogate pair becomes a question mark. */
    private static String whole(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
