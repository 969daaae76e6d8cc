package app.prosa.channel.simulator;

import app.prosa.channel.json.Json;
import app.prosa.channel.simulator.Telephone.Sent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What WhatsApp posts.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages">
 *     Meta, WhatsApp, messages webhook reference</a>
 */
record WhatsAppBodies(Account account) {
    static final String ANA = "BR.1349000000000001";
    static final String ANAS_NUMBER = "5511955500123";
    static final String NAME = "Ana Souza";

    static String newId() {
        return "wamid." + UUID.randomUUID().toString().replace("-", "");
    }

    ObjectNode said(String text) {
        ObjectNode value = value();
        message(value).put("type", "text").putObject("text").put("body", text);
        return body(value);
    }

    ObjectNode pressed(String on, String data, String label) {
        ObjectNode value = value();
        ObjectNode message = message(value).put("type", "interactive");
        message.putObject("context").put("from", digits(account.name())).put("id", on);
        message.putObject("interactive")
                .put("type", "button_reply")
                .putObject("button_reply")
                .put("id", data)
                .put("title", label);
        return body(value);
    }

    /** With the person who wrote. */
    private static ObjectNode message(ObjectNode value) {
        ObjectNode contact = value.putArray("contacts").addObject();
        contact.putObject("profile").put("name", NAME);
        contact.put("wa_id", ANAS_NUMBER).put("user_id", ANA);
        ObjectNode message = value.putArray("messages").addObject();
        message.put("from", ANAS_NUMBER).put("from_user_id", ANA);
        return message.put("id", newId()).put("timestamp", now());
    }

    /** How far a message of the hub's has come. */
    ObjectNode status(Sent sent, String status) {
        ObjectNode value = value();
        status(value, sent, status);
        return body(value);
    }

    /** It will not come. */
    ObjectNode undeliverable(Sent sent) {
        ObjectNode value = value();
        status(value, sent, "failed")
                .putArray("errors")
                .addObject()
                .put("code", 131_026)
                .put("title", "Message undeliverable");
        return body(value);
    }

    private static ObjectNode status(ObjectNode value, Sent sent, String name) {
        ObjectNode status = value.putArray("statuses").addObject();
        status.put("id", sent.id()).put("status", name).put("timestamp", now());
        boolean number = sent.to().chars().allMatch(Character::isDigit);
        status.put(number ? "recipient_id" : "recipient_user_id", sent.to());
        return sent.reference().isEmpty()
                ? status
                : status.put("biz_opaque_callback_data", sent.reference());
    }

    private ObjectNode value() {
        ObjectNode value = Json.object().put("messaging_product", "whatsapp");
        value.putObject("metadata")
                .put("display_phone_number", digits(account.name()))
                .put("phone_number_id", account.id());
        return value;
    }

    private static ObjectNode body(ObjectNode value) {
        ObjectNode entry = Json.object().put("id", "100000000000009");
        entry.putArray("changes").addObject().put("field", "messages").set("value", value);
        return Graph.body("whatsapp_business_account", entry);
    }

    private static String digits(String number) {
        return number.replaceAll("[^0-9]", "");
    }

    private static String now() {
        return Long.toString(Instant.now().getEpochSecond());
    }
}
