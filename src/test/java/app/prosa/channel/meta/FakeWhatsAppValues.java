package app.prosa.channel.meta;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What WhatsApp writes down when something happens. */
public final class FakeWhatsAppValues {
    private FakeWhatsAppValues() {}

    public static ObjectNode entry(String field, ObjectNode value) {
        ObjectNode entry = Json.object().put("id", "102290129340398");
        entry.putArray("changes").addObject().put("field", field).set("value", value);
        return entry;
    }

    /** With nothing that happened yet. */
    public static ObjectNode value(String phoneNumberId) {
        ObjectNode value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", FakeWhatsApp.NUMBER)
                .put("phone_number_id", phoneNumberId);
        return value;
    }

    /** A person who is called Ana Souza. */
    static void contact(ObjectNode value, String person) {
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", "Ana Souza");
        contact.put(person.contains(".") ? "user_id" : "wa_id", person);
    }

    static ObjectNode status(
            GraphSent message, String name, Instant at, @Nullable ObjectNode error) {
        ObjectNode value = value(FakeWhatsApp.PHONE_NUMBER_ID);
        ObjectNode status = value.putArray("statuses").addObject().put("id", message.id());
        status.put("status", name).put("timestamp", "" + at.getEpochSecond());
        status.put("recipient_id", message.to());
        if (message.reference() != null) {
            status.put("biz_opaque_callback_data", message.reference());
        }
        if (error != null) {
            status.putArray("errors").add(error);
        }
        return value;
    }
}
