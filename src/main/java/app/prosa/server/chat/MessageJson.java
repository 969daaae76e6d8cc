package app.prosa.server.chat;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.server.http.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** A message as those see it who take part in the conversation. */
final class MessageJson {
    private MessageJson() {}

    /** Notes are between the operator and the model; what was deleted is not there. */
    static boolean isShown(Message message) {
        return message.author() != Author.NOTE && !message.deleted();
    }

    static byte[] of(Message message) {
        return Json.bytes(out -> write(out, message));
    }

    static void write(JsonGenerator out, Message message) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", message.id().toString());
        out.writeStringField("role", role(message.author()));
        out.writeStringField("content", message.text());
        out.writeStringField("timestamp", message.createdAt().toString());
        out.writeStringField("state", message.state().name().toLowerCase(Locale.ROOT));
        out.writeEndObject();
    }

    private static String role(Author author) {
        return switch (author) {
            case USER -> "user";
            case ASSISTANT -> "assistant";
            case OPERATOR -> "operator";
            case NOTE -> "note";
        };
    }
}
