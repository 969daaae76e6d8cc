package app.prosa.channel.instagram;

import app.prosa.channel.Answer;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.Stop;
import app.prosa.channel.SendResult;
import app.prosa.channel.http.Body;
import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.meta.GraphAccess;
import app.prosa.channel.meta.GraphClient;
import app.prosa.channel.meta.GraphLimits;
import app.prosa.channel.meta.SendApi;
import app.prosa.channel.meta.Values;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The direct messages of one account. Each call waits for its answer, for as long as {@link
 * GraphLimits} says, and throws nothing but {@link InterruptedException}; what goes wrong is in
 * what it returns, where no token is. May be used by many threads.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/instagram-platform/instagram-api-with-instagram-login/messaging-api">
 *     Meta, Instagram API with Instagram Login, Send Messages</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/instagram/features/send-message">
 *     Meta, Messenger API for Instagram, Send a Message</a>
 */
public final class InstagramApi implements AutoCloseable {
    private static final String OF_PAGE = "instagram_business_account";

    private final GraphClient graph;
    private final SendApi sender;
    private final InstagramLogin login;

    /**
     * @param access at {@link InstagramLogin#server}, with the token of that login
     */
    public InstagramApi(GraphAccess access, InstagramLogin login, GraphLimits limits) {
        this.graph = new GraphClient(access, limits);
        this.sender = new SendApi(graph);
        this.login = login;
    }

    /** Which account the token is of. */
    public Answer<InstagramAccount> check() throws InterruptedException {
        return switch (login) {
            case INSTAGRAM ->
                    graph.get(
                            "me",
                            List.of("user_id", "username", "name"),
                            answer -> account(first(answer), "user_id"));
            case FACEBOOK ->
                    graph.get(
                            "me",
                            List.of(OF_PAGE + "{id,username,name}"),
                            answer -> answer.object(OF_PAGE).flatMap(of -> account(of, "id")));
        };
    }

    /** As documented the answer is a list of one; as it comes it is that one. */
    private static Fields first(Fields answer) {
        List<Fields> list = answer.objects("data");
        return list.isEmpty() ? answer : list.getFirst();
    }

    private static Optional<InstagramAccount> account(Fields of, String idField) {
        String id = Values.id(of, idField);
        return id.isEmpty()
                ? Optional.empty()
                : Optional.of(new InstagramAccount(id, of.text("username"), of.text("name")));
    }

    /**
     * What somebody calls themselves who has written to the account.
     *
     * @see <a
     *     href="https://developers.facebook.com/documentation/business-messaging/instagram-messaging/features/user-profile">
     *     Meta, Instagram, User Profile</a>
     */
    public Answer<String> name(String person) throws InterruptedException {
        return graph.get(
                person,
                List.of("name", "username"),
                profile ->
                        Optional.of(profile.text("name"))
                                .filter(name -> !name.isBlank())
                                .or(() -> Optional.of("@" + profile.text("username")))
                                .filter(name -> name.length() > 1));
    }

    /**
     * Sends a text.
     *
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    public SendResult send(InstagramMessage message) throws InterruptedException {
        int bytes = message.text().getBytes(StandardCharsets.UTF_8).length;
        return bytes > InstagramMessage.MAX_BYTES
                ? new SendResult.Refused(new Stop(Stop.Reason.TOO_LARGE, ""))
                : sender.send(
                        message.to(), message.kind(), Json.object().put("text", message.text()));
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
        return "InstagramApi";
    }
}
