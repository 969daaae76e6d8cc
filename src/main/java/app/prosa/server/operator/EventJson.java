package app.prosa.server.operator;

import app.prosa.conversation.ConversationEvent;
import app.prosa.conversation.ConversationId;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** What happened, as an event of a stream. */
final class EventJson {
    private EventJson() {}

    static String name(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.ConversationChanged it -> "conversation";
            case ConversationEvent.ConversationsRemoved it -> "removed";
            case ConversationEvent.MessageAdded it -> "message";
            case ConversationEvent.MessageChanged it -> "message";
            case ConversationEvent.PathChanged it -> "path";
            case ConversationEvent.ReplyDelta it -> "delta";
            case ConversationEvent.StoreTroubled it -> "trouble";
            case ConversationEvent.DeliveryChanged it -> "delivery";
            case ConversationEvent.CorrespondentChanged it -> "correspondent";
        };
    }

    /** The conversations that are not as they were. */
    static List<ConversationId> changed(ConversationEvent event) {
        return switch (event) {
            case ConversationEvent.ConversationChanged it -> List.of(it.conversation().id());
            case ConversationEvent.ConversationsRemoved it -> it.ids();
            case ConversationEvent.MessageAdded it -> List.of(it.message().conversationId());
            case ConversationEvent.MessageChanged it -> List.of(it.message().conversationId());
            case ConversationEvent.PathChanged it -> List.of(it.conversationId());
            case ConversationEvent.ReplyDelta it -> List.of();
            case ConversationEvent.StoreTroubled it -> List.of();
            case ConversationEvent.DeliveryChanged it -> List.of();
            case ConversationEvent.CorrespondentChanged it -> List.of();
        };
    }

    static void write(JsonGenerator out, ConversationEvent event) throws IOException {
        switch (event) {
            case ConversationEvent.ConversationChanged it ->
                    ConversationJson.write(out, it.conversation());
            case ConversationEvent.ConversationsRemoved it -> removed(out, it.ids());
            case ConversationEvent.MessageAdded it -> MessageJson.write(out, it.message());
            case ConversationEvent.MessageChanged it -> MessageJson.write(out, it.message());
            case ConversationEvent.PathChanged it -> path(out, it);
            case ConversationEvent.ReplyDelta it -> delta(out, it);
            case ConversationEvent.StoreTroubled it -> trouble(out, it);
            case ConversationEvent.DeliveryChanged it ->
                    DeliveryJson.write(out, it.conversationId(), it.delivery());
            case ConversationEvent.CorrespondentChanged it ->
                    CorrespondentJson.write(out, it.correspondent());
        }
    }

    static void removed(JsonGenerator out, List<ConversationId> ids) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("ids");
        for (ConversationId id : ids) {
            out.writeString(id.toString());
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void path(JsonGenerator out, ConversationEvent.PathChanged it)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("conversation_id", it.conversationId().toString());
        out.writeNumberField("from", it.fromPosition());
        out.writeNumberField("size", it.size());
        out.writeEndObject();
    }

    private static void delta(JsonGenerator out, ConversationEvent.ReplyDelta it)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("conversation_id", it.conversationId().toString());
        out.writeStringField("message_id", it.messageId().toString());
        out.writeBooleanField("reasoning", it.reasoning());
        out.writeNumberField("offset", it.offset());
        out.writeStringField("text", it.delta());
        out.writeEndObject();
    }

    private static void trouble(JsonGenerator out, ConversationEvent.StoreTroubled it)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("conversation_id", it.conversationId().toString());
        out.writeStringField("reason", it.reason().name().toLowerCase(Locale.ROOT));
        out.writeEndObject();
    }
}
