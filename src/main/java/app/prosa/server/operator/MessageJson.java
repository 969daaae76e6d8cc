package app.prosa.server.operator;

import app.prosa.conversation.Author;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.ReplyMeta;
import app.prosa.server.http.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A message as the operator sees it: with all that is known of it. */
final class MessageJson {
    private MessageJson() {}

    static byte[] of(Message message) {
        return Json.bytes(out -> write(out, message));
    }

    static void write(JsonGenerator out, Message message) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", message.id().toString());
        out.writeStringField("conversation_id", message.conversationId().toString());
        out.writeNumberField("position", message.position());
        Object parent = message.parentId();
        out.writeStringField("parent_id", parent == null ? null : parent.toString());
        out.writeStringField("role", role(message.author()));
        out.writeStringField("content", message.text());
        out.writeStringField("reasoning", message.reasoning());
        out.writeStringField("timestamp", message.createdAt().toString());
        out.writeStringField("state", message.state().name().toLowerCase(Locale.ROOT));
        out.writeFieldName("failure");
        failure(out, message.failure());
        out.writeFieldName("reply");
        reply(out, message.meta());
        out.writeNumberField("version", message.version());
        out.writeNumberField("versions", message.versions());
        out.writeBooleanField("pinned", message.pinned());
        out.writeBooleanField("deleted", message.deleted());
        out.writeArrayFieldStart("attachments");
        for (AttachmentInfo attachment : message.attachments()) {
            out.writeStartObject();
            out.writeStringField("name", attachment.name());
            out.writeStringField("media_type", attachment.mediaType());
            out.writeNumberField("size", attachment.size());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void failure(JsonGenerator out, @Nullable Failure failure) throws IOException {
        if (failure == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("kind", failure.kind().name().toLowerCase(Locale.ROOT));
        out.writeStringField("detail", failure.detail());
        out.writeEndObject();
    }

    private static void reply(JsonGenerator out, @Nullable ReplyMeta meta) throws IOException {
        if (meta == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("provider", meta.model().provider());
        out.writeStringField("model", meta.model().model());
        ReplyMeta.Usage usage = meta.usage();
        out.writeObjectField("prompt_tokens", usage == null ? null : usage.promptTokens());
        out.writeObjectField("completion_tokens", usage == null ? null : usage.completionTokens());
        out.writeObjectField("first_token_ms", millis(meta.firstToken()));
        out.writeObjectField("reasoning_ms", millis(meta.reasoning()));
        out.writeNumberField("total_ms", meta.total().toMillis());
        out.writeBooleanField("cut_short", meta.cutShort());
        out.writeEndObject();
    }

    private static @Nullable Long millis(@Nullable Duration duration) {
        return duration == null ? null : Long.valueOf(duration.toMillis());
    }

    private static String role(Author author) {
        return author.name().toLowerCase(Locale.ROOT);
    }
}
