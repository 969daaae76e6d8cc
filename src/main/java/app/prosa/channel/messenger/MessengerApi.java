package app.prosa.channel.messenger;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.meta.EchoMark;
import app.prosa.channel.meta.GraphAccess;
import app.prosa.channel.meta.GraphClient;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.SendApi;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Messenger for one page. Each call waits for its answer, for as long as {@link GraphLimits} says,
 * and throws nothing but {@link InterruptedException}; what goes wrong is in what it returns, where
 * no token is. May be used by many threads.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages">
 *     Meta, Messenger Platform, Send a Message</a>
 */
public final class MessengerApi implements AutoCloseable {
    private final GraphClient graph;
    private final SendApi sender;

    /**
     * @param access at {@link GraphAccess#FACEBOOK}, with the page's token
     */
    public MessengerApi(GraphAccess access, GraphLimits limits) {
        this.graph = new GraphClient(access, limits);
        this.sender = new SendApi(graph);
    }

    /** Which page the token is of. */
    public Answer<MessengerAccount> check() throws InterruptedException {
        return graph.get("me", List.of("id", "name"), MessengerApi::page);
    }

    private static Optional<MessengerAccount> page(Fields answer) {
        String id = answer.text("id");
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new MessengerAccount(id, answer.text("name")));
    }

    /**
     * What somebody is called who has written to the page.
     *
     * @see <a
     *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/identity/user-profile">
     *     Meta, Messenger Platform, User Profile</a>
     */
    public Answer<String> name(String person) throws InterruptedException {
        return graph.get(
                person,
                List.of("first_name", "last_name"),
                profile ->
                        Optional.of(profile.text("first_name") + " " + profile.text("last_name"))
                                .map(String::strip)
                                .filter(name -> !name.isEmpty()));
    }

    /**
     * Sends a text. Its echo is known for ours by what is sent with it.
     *
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    public SendResult send(MessengerMessage message) throws InterruptedException {
        if (message.text().length() > MessengerMessage.MAX_TEXT) {
            return new SendResult.Refused(new Stop(Stop.Reason.TOO_LARGE, ""));
        }
        ObjectNode text = Json.object().put("text", message.text());
        text.put("metadata", EchoMark.Metadata.write(message.reference()));
        return sender.send(message.to(), message.kind(), text);
    }

    /**
     * Shows for 20 seconds, or until a message comes, that something is being written.
     *
     * @return why not; empty when it was done
     */
    public Optional<Refusal> sendTyping(String to) throws InterruptedException {
        return sender.act(to, SendApi.Action.TYPING_ON);
    }

    /**
     * Shows that all was read.
     *
     * @return why not; empty when it was done
     */
    public Optional<Refusal> markSeen(String to) throws InterruptedException {
        return sender.act(to, SendApi.Action.MARK_SEEN);
    }

    /**
     * Fetches a file by what {@code Media.File} calls its reference, of at most {@link
     * GraphLimits#fileBytes} and from Meta's hosts only.
     */
    public Answer<Body> download(String reference) throws InterruptedException {
        return graph.download(reference);
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        graph.close();
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "MessengerApi";
    }
}
