package app.prosa.channel.meta;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** WhatsApp's part of the fake: one number, and the people who write to it. */
public final class FakeWhatsApp {
    public static final String PHONE_NUMBER_ID = "106540352242922";
    public static final String NUMBER = "15550783881";
    private static final int LONGEST = 4096;

    private final FakePeople people;
    private final FakeWebhooks webhooks;
    private final AtomicLong ids = new AtomicLong();
    private final List<String> read = Collections.synchronizedList(new ArrayList<>());
    private final List<String> typing = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean refusesLater;

    FakeWhatsApp(InstantSource clock, String secret) {
        this.people = new FakePeople(clock);
        this.webhooks = new FakeWebhooks("whatsapp_business_account", secret);
    }

    // What people do.

    /**
     * A person writes.
     *
     * @param person a telephone number, or an id towards the business with a dot in it
     * @return the message's id
     */
    public String says(String person, String text) {
        ObjectNode message = Json.object().put("type", "text");
        message.putObject("text").put("body", text);
        return sends(person, message);
    }

    /**
     * A person sends anything else.
     *
     * @param content with its type; what all messages have is added
     */
    public String sends(String person, ObjectNode content) {
        String id = "wamid.in" + ids.incrementAndGet();
        people.wrote(person, id);
        ObjectNode value = FakeWhatsAppValues.value(PHONE_NUMBER_ID);
        FakeWhatsAppValues.contact(value, person);
        ObjectNode message = value.putArray("messages").addObject();
        message.put(isNumber(person) ? "from" : "from_user_id", person).put("id", id);
        message.put("timestamp", "" + people.now().getEpochSecond()).setAll(content);
        happens("messages", value);
        return id;
    }

    /** A message of ours has come so far. */
    public void status(GraphSent message, String status) {
        happens("messages", FakeWhatsAppValues.status(message, status, people.now(), null));
    }

    /** A message of ours failed after it was taken. */
    public void fails(GraphSent message, int code, String title) {
        ObjectNode error = Json.object().put("code", code).put("title", title);
        happens("messages", FakeWhatsAppValues.status(message, "failed", people.now(), error));
    }

    /** Somebody writes for us in WhatsApp's own app. */
    public String writesInApp(String person, String text) {
        String id = "wamid.app" + ids.incrementAndGet();
        ObjectNode value = FakeWhatsAppValues.value(PHONE_NUMBER_ID);
        ObjectNode echo = value.putArray("message_echoes").addObject().put("from", NUMBER);
        echo.put(isNumber(person) ? "to" : "to_user_id", person).put("id", id);
        echo.put("timestamp", "" + people.now().getEpochSecond()).put("type", "text");
        echo.putObject("text").put("body", text);
        happens("smb_message_echoes", value);
        return id;
    }

    /** Anything is told. */
    public void happens(String field, ObjectNode value) {
        webhooks.add(FakeWhatsAppValues.entry(field, value));
    }

    /** Nothing reaches the person from now on. */
    public void closes(String person, int code, String message) {
        people.close(person, GraphFault.error(400, code, message));
    }

    /** No more than so many messages to one person in so much time. */
    public void limit(int messages, Duration time) {
        people.limit(messages, time);
    }

    /** Whether a message after the 24 hours is taken first, and fails in a status. */
    public void setRefusesLater(boolean wanted) {
        refusesLater = wanted;
    }

    // What came of it.

    public FakeWebhooks webhooks() {
        return webhooks;
    }

    public List<GraphSent> sent() {
        return people.sent();
    }

    /** The messages that were marked as read, in order. */
    public List<String> read() {
        return List.copyOf(read);
    }

    /** The messages for which it was shown that an answer is being written. */
    public List<String> typing() {
        return List.copyOf(typing);
    }

    // What calls need.

    ObjectNode account(String fields) {
        ObjectNode answer = Json.object();
        for (String field : fields.split(",", -1)) {
            switch (field) {
                case "display_phone_number" -> answer.put(field, "+1 555-078-3881");
                case "verified_name" -> answer.put(field, "Prosa Café");
                case "quality_rating" -> answer.put(field, "GREEN");
                default ->
                        throw GraphRefusal.parameter("Tried accessing nonexisting field " + field);
            }
        }
        return answer.put("id", PHONE_NUMBER_ID);
    }

    ObjectNode messages(JsonNode body) {
        GraphParameters parameters = new GraphParameters(body);
        parameters.text("messaging_product", "whatsapp");
        return parameters.has("status") ? seen(parameters) : sent(parameters);
    }

    private ObjectNode seen(GraphParameters parameters) {
        parameters.text("status", "read");
        String id = parameters.text("message_id");
        boolean types = parameters.has("typing_indicator");
        if (types) {
            GraphParameters typing = parameters.object("typing_indicator");
            typing.text("type", "text");
            typing.end();
        }
        parameters.end();
        if (!people.isTheirs(id)) {
            throw GraphRefusal.of(400, 131_009, 0, "(#131009) Parameter value is not valid");
        }
        read.add(id);
        if (types) {
            typing.add(id);
        }
        return Json.object().put("success", true);
    }

    private ObjectNode sent(GraphParameters parameters) {
        parameters.text("recipient_type", "individual");
        parameters.text("type", "text");
        String to = recipient(parameters);
        String text = text(parameters.object("text"));
        String replyTo = parameters.has("context") ? answered(parameters, to) : null;
        String reference =
                parameters.has("biz_opaque_callback_data")
                        ? parameters.text("biz_opaque_callback_data")
                        : null;
        parameters.end();
        String id = "wamid.out" + ids.incrementAndGet();
        return take(new GraphSent(to, id, text, "RESPONSE", replyTo, reference));
    }

    private static String recipient(GraphParameters parameters) {
        boolean number = parameters.has("to");
        if (number == parameters.has("recipient")) {
            throw GraphRefusal.of(400, 131_008, 0, "(#131008) Required parameter is missing");
        }
        String to = parameters.text(number ? "to" : "recipient");
        if (number != isNumber(to)) {
            throw GraphRefusal.parameter("Invalid parameter " + (number ? "to" : "recipient"));
        }
        return to;
    }

    private static String text(GraphParameters text) {
        String body = text.text("body");
        text.flag("preview_url");
        text.end();
        if (body.isBlank() || body.length() > LONGEST) {
            throw GraphRefusal.parameter("Param text['body'] must be at most 4096 characters long");
        }
        return body;
    }

    private @Nullable String answered(GraphParameters parameters, String to) {
        GraphParameters context = parameters.object("context");
        String id = context.text("message_id");
        context.end();
        if (!people.hasMessage(to, id)) {
            throw GraphRefusal.of(400, 131_009, 0, "(#131009) Parameter value is not valid");
        }
        return id;
    }

    private ObjectNode take(GraphSent message) {
        GraphFault.Denial closed = people.closed(message.to());
        if (closed != null) {
            throw new GraphRefusal(closed);
        }
        boolean late = !people.wroteWithin(message.to(), FakePeople.A_DAY);
        if (late && !refusesLater) {
            throw new GraphRefusal(
                    new GraphFault.Denial(
                            400,
                            131_047,
                            0,
                            "(#131047) Re-engagement message",
                            "Message failed to send because more than 24 hours have passed",
                            ""));
        }
        if (!people.take(message)) {
            throw GraphRefusal.of(400, 131_056, 0, "(#131056) Pair rate limit hit");
        }
        if (late) {
            fails(message, 131_047, "Re-engagement message");
        }
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        ObjectNode contact = answer.putArray("contacts").addObject().put("input", message.to());
        contact.put(isNumber(message.to()) ? "wa_id" : "user_id", message.to());
        answer.putArray("messages").addObject().put("id", message.id());
        return answer;
    }

    private static boolean isNumber(String person) {
        return person.matches("\\+?[0-9]+");
    }
}
