package app.prosa.channel.meta;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The part of Instagram or of Messenger: one account, and the people who write to it. */
public final class FakeMessaging {
    public static final String PAGE_ID = "1065900001";
    public static final String INSTAGRAM_ID = "17841400001";
    public static final String APP_ID = "1517776481860111";

    private final Platform platform;
    private final FakePeople people;
    private final FakeWebhooks webhooks;
    private final AtomicLong ids = new AtomicLong();
    private final List<String> actions = Collections.synchronizedList(new ArrayList<>());

    /** In what the two differ. */
    enum Platform {
        MESSENGER(PAGE_ID, "m_", 2_018_278, 2_018_001),
        INSTAGRAM(INSTAGRAM_ID, "aWd", 2_534_022, 2_534_014);

        final String account;
        private final String start;
        private final long closed;
        private final long nobody;

        Platform(String account, String start, long closed, long nobody) {
            this.account = account;
            this.start = start;
            this.closed = closed;
            this.nobody = nobody;
        }

        private boolean isTooLong(String text) {
            return switch (this) {
                case MESSENGER -> text.length() > 2000;
                case INSTAGRAM -> text.getBytes(StandardCharsets.UTF_8).length > 1000;
            };
        }
    }

    FakeMessaging(Platform platform, InstantSource clock, String secret) {
        this.platform = platform;
        this.people = new FakePeople(clock);
        this.webhooks =
                new FakeWebhooks(platform == Platform.MESSENGER ? "page" : "instagram", secret);
    }

    // What people do.

    /**
     * A person writes.
     *
     * @return the message's id
     */
    public String says(String person, String text) {
        String id = platform.start + "in" + ids.incrementAndGet();
        people.wrote(person, id);
        ObjectNode event = event(person);
        event.putObject("message").put("mid", id).put("text", text);
        happens(event);
        return id;
    }

    /** Our message is told to all apps, this one too. */
    public void echoes(GraphSent message) {
        ObjectNode event = event(message.to());
        event.set("recipient", event.path("sender"));
        event.putObject("sender").put("id", platform.account);
        ObjectNode echo = event.putObject("message").put("mid", message.id());
        echo.put("text", message.text()).put("is_echo", true).put("app_id", Long.valueOf(APP_ID));
        if (message.reference() != null) {
            echo.put("metadata", message.reference());
        }
        happens(event);
    }

    /** What happened between a person and us, without what. */
    public ObjectNode event(String person) {
        ObjectNode event = Json.object();
        event.putObject("sender").put("id", person);
        event.putObject("recipient").put("id", platform.account);
        return event.put("timestamp", now().toEpochMilli());
    }

    /** Anything is told. */
    public void happens(ObjectNode... events) {
        ObjectNode entry =
                Json.object().put("id", platform.account).put("time", now().toEpochMilli());
        var messaging = entry.putArray("messaging");
        List.of(events).forEach(messaging::add);
        webhooks.add(entry);
    }

    /** Nothing reaches the person from now on. */
    public void closes(String person, int status, long code, long subcode, String message) {
        people.close(person, GraphFault.error(status, code, subcode, message));
    }

    /** No more than so many messages to one person in so much time. */
    public void limit(int messages, Duration time) {
        people.limit(messages, time);
    }

    private Instant now() {
        return people.now();
    }

    // What came of it.

    public FakeWebhooks webhooks() {
        return webhooks;
    }

    public List<GraphSent> sent() {
        return people.sent();
    }

    /** What was shown, as {@code typing_on 42}. */
    public List<String> actions() {
        return List.copyOf(actions);
    }

    // What calls need.

    boolean knows(String person) {
        return people.isKnown(person);
    }

    ObjectNode messages(JsonNode body) {
        GraphParameters parameters = new GraphParameters(body);
        GraphParameters recipient = parameters.object("recipient");
        String to = recipient.text("id");
        recipient.end();
        return parameters.has("sender_action") ? act(parameters, to) : sent(parameters, to);
    }

    private ObjectNode act(GraphParameters parameters, String to) {
        String action = parameters.text("sender_action", "typing_on", "typing_off", "mark_seen");
        parameters.end();
        checkKnown(to);
        actions.add(action + " " + to);
        return Json.object().put("recipient_id", to);
    }

    private ObjectNode sent(GraphParameters parameters, String to) {
        String kind = kind(parameters);
        GraphParameters message = parameters.object("message");
        String text = message.text("text");
        String metadata = metadata(message);
        message.end();
        parameters.end();
        if (text.isBlank()) {
            throw GraphRefusal.parameter("Param message[text] cannot be blank");
        }
        if (platform.isTooLong(text)) {
            throw GraphRefusal.parameter(
                    "Length of param message[text] must be less than or equal to a limit");
        }
        checkKnown(to);
        checkWindow(to, kind);
        String id = platform.start + "out" + ids.incrementAndGet();
        if (!people.take(new GraphSent(to, id, text, kind, null, metadata))) {
            throw GraphRefusal.of(
                    400, 613, 0, "(#613) Calls to this api have exceeded the rate limit.");
        }
        return Json.object().put("recipient_id", to).put("message_id", id);
    }

    private static String kind(GraphParameters parameters) {
        String type = parameters.text("messaging_type", "RESPONSE", "MESSAGE_TAG");
        return type.equals("MESSAGE_TAG") ? parameters.text("tag", "HUMAN_AGENT") : type;
    }

    /** Instagram documents no such field. */
    private @Nullable String metadata(GraphParameters message) {
        if (platform == Platform.INSTAGRAM || !message.has("metadata")) {
            return null;
        }
        String metadata = message.text("metadata");
        if (metadata.length() > 1000) {
            throw GraphRefusal.parameter("Length of param message[metadata] must be at most 1000");
        }
        return metadata;
    }

    private void checkKnown(String to) {
        GraphFault.Denial closed = people.closed(to);
        if (closed != null) {
            throw new GraphRefusal(closed);
        }
        if (!people.isKnown(to)) {
            throw GraphRefusal.of(400, 100, platform.nobody, "(#100) No matching user found");
        }
    }

    private void checkWindow(String to, String kind) {
        Duration window = kind.equals("RESPONSE") ? FakePeople.A_DAY : FakePeople.A_WEEK;
        if (!people.wroteWithin(to, window)) {
            throw GraphRefusal.of(
                    400,
                    10,
                    platform.closed,
                    "(#10) This message is sent outside of allowed window.");
        }
    }
}
