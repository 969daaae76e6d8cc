package app.prosa.channel.simulator;

import app.prosa.channel.json.Json;
import app.prosa.channel.simulator.Telephone.Sent;
import app.prosa.settings.channels.Platform;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/**
 * What Instagram and Messenger post.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks/webhook-events">
 *     Meta, Messenger Platform, Webhook Events</a>
 * @see <a
 *     href="https://developers.facebook.com/documentation/instagram-platform/webhooks/examples">Meta,
 *     Instagram Platform, Webhook Notification Examples</a>
 */
record MessagingBodies(Account account) {
    static final String ANA = "6500000000000001";

    private boolean isInstagram() {
        return account.platform() == Platform.INSTAGRAM;
    }

    String newId() {
        return (isInstagram() ? "aWdf" : "m_") + UUID.randomUUID().toString().replace("-", "");
    }

    ObjectNode said(String text) {
        ObjectNode event = theirs(ANA);
        event.putObject("message").put("mid", newId()).put("text", text);
        return body(event);
    }

    ObjectNode pressed(String data, String label) {
        ObjectNode event = theirs(ANA);
        event.putObject("postback").put("mid", newId()).put("title", label).put("payload", data);
        return body(event);
    }

    /** The hub's own message, which is told to all apps of the account. */
    ObjectNode echo(Sent sent) {
        ObjectNode event = event(account.id(), sent.to());
        ObjectNode message = event.putObject("message").put("mid", sent.id());
        message.put("is_echo", true).put("text", sent.text());
        if (!sent.reference().isEmpty()) {
            message.put("metadata", sent.reference());
        }
        return body(event);
    }

    /** Instagram does not tell. */
    ObjectNode delivered(Sent sent) {
        ObjectNode event = theirs(sent.to());
        ObjectNode delivery = event.putObject("delivery").put("watermark", now());
        delivery.putArray("mids").add(sent.id());
        return body(event);
    }

    ObjectNode read(Sent sent) {
        ObjectNode event = theirs(sent.to());
        ObjectNode read = event.putObject("read");
        // The one names the message, the other a time.
        if (isInstagram()) {
            read.put("mid", sent.id());
        } else {
            read.put("watermark", now());
        }
        return body(event);
    }

    private ObjectNode theirs(String person) {
        return event(person, account.id());
    }

    private static ObjectNode event(String from, String to) {
        ObjectNode event = Json.object();
        event.putObject("sender").put("id", from);
        event.putObject("recipient").put("id", to);
        return event.put("timestamp", now());
    }

    private ObjectNode body(ObjectNode event) {
        ObjectNode entry = Json.object().put("id", account.id()).put("time", now());
        entry.putArray("messaging").add(event);
        return Graph.body(isInstagram() ? "instagram" : "page", entry);
    }

    private static long now() {
        return Instant.now().toEpochMilli();
    }
}
