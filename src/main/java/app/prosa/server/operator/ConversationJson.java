package app.prosa.server.operator;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ModelRef;
import app.prosa.server.http.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A conversation as the operator sees it. */
final class ConversationJson {
    private ConversationJson() {}

    static byte[] of(Conversation conversation) {
        return Json.bytes(out -> write(out, conversation));
    }

    static void write(JsonGenerator out, Conversation conversation) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", conversation.id().toString());
        out.writeStringField("channel", conversation.channel().key());
        out.writeStringField("user_id", conversation.userId());
        out.writeStringField("title", conversation.title());
        out.writeBooleanField("titled_by_hand", conversation.titledByHand());
        out.writeBooleanField("pinned", conversation.pinned());
        out.writeStringField("mode", conversation.mode().name().toLowerCase(Locale.ROOT));
        out.writeFieldName("options");
        options(out, conversation.options());
        out.writeStringField("created_at", conversation.createdAt().toString());
        out.writeStringField("updated_at", conversation.updatedAt().toString());
        out.writeNumberField("size", conversation.size());
        out.writeStringField("preview", conversation.preview());
        out.writeNumberField("unread", conversation.unread());
        Object trashedAt = conversation.trashedAt();
        out.writeStringField("trashed_at", trashedAt == null ? null : trashedAt.toString());
        out.writeEndObject();
    }

    private static void options(JsonGenerator out, ConversationOptions options) throws IOException {
        out.writeStartObject();
        out.writeFieldName("model");
        model(out, options.model());
        out.writeStringField("persona", options.personaId());
        out.writeStringField("system_prompt", options.systemPrompt());
        out.writeObjectField("temperature", options.temperature());
        out.writeObjectField("max_tokens", options.maxTokens());
        out.writeObjectField("context_messages", options.contextMessages());
        out.writeEndObject();
    }

    static void model(JsonGenerator out, @Nullable ModelRef model) throws IOException {
        if (model == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("provider", model.provider());
        out.writeStringField("model", model.model());
        out.writeEndObject();
    }
}
