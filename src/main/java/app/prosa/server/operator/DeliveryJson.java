package app.prosa.server.operator;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.Trouble;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Locale;

/** How far a message is on its way out by a channel. */
final class DeliveryJson {
    private DeliveryJson() {}

    static void write(JsonGenerator out, ConversationId conversation, Delivery delivery)
            throws IOException {
        Trouble trouble = delivery.trouble();
        out.writeStartObject();
        out.writeStringField("conversation_id", conversation.toString());
        out.writeStringField("message_id", delivery.message().toString());
        out.writeStringField("state", delivery.state().name().toLowerCase(Locale.ROOT));
        out.writeStringField(
                "trouble", trouble == null ? null : trouble.name().toLowerCase(Locale.ROOT));
        out.writeBooleanField("may_be_twice", delivery.mayBeTwice());
        out.writeEndObject();
    }
}
