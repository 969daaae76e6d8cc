package app.prosa.channel.meta;

import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the senders of Instagram and Messenger have in common.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/reference/send-api">
 *     Meta, Messenger Platform, Send API</a>
 */
public final class SendApi {
    private static final String MESSAGES = "me/messages";
    private static final Pattern PERSON = Pattern.compile("[0-9]{1,30}");

    private final GraphClient graph;

    public SendApi(GraphClient graph) {
        this.graph = graph;
    }

    /** What people see in a conversation beside messages. */
    public enum Action {
        /** For 20 seconds, or until a message comes. */
        TYPING_ON("typing_on"),
        MARK_SEEN("mark_seen");

        private final String name;

        Action(String name) {
            this.name = name;
        }
    }

    /**
     * @param message the field {@code message}
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    public SendResult send(String to, ReplyKind kind, ObjectNode message)
            throws InterruptedException {
        if (!PERSON.matcher(to).matches()) {
            return new SendResult.Refused(new Stop(Stop.Reason.BAD_ADDRESS, ""));
        }
        ObjectNode body = to(to);
        switch (kind) {
            case RESPONSE -> body.put("messaging_type", "RESPONSE");
            case HUMAN_AGENT -> body.put("messaging_type", "MESSAGE_TAG").put("tag", "HUMAN_AGENT");
        }
        body.set("message", message);
        return graph.send(MESSAGES, body, answer -> answer.text("message_id"));
    }

    /**
     * @return why not; empty when it was done
     */
    public Optional<Refusal> act(String to, Action action) throws InterruptedException {
        return PERSON.matcher(to).matches()
                ? graph.post(MESSAGES, to(to).put("sender_action", action.name))
                : Optional.of(new Stop(Stop.Reason.BAD_ADDRESS, ""));
    }

    private static ObjectNode to(String person) {
        ObjectNode body = Json.object();
        body.putObject("recipient").put("id", person);
        return body;
    }
}
