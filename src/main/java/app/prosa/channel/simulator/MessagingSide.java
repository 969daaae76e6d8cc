package app.prosa.channel.simulator;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.simulator.Telephone.Sent;
import app.prosa.settings.channels.Platform;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * Instagram's and Messenger's side of the Graph API.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/reference/send-api">
 *     Meta, Messenger Platform, Send API</a>
 */
final class MessagingSide implements Side, Customer {
    private static final int NOT_AVAILABLE = 551;

    private final Account account;
    private final Telephone telephone;
    private final Post post;
    private final Graph graph;
    private final MessagingBodies bodies;

    MessagingSide(Account account, Telephone telephone, Post post) {
        this.account = account;
        this.telephone = telephone;
        this.post = post;
        this.graph = new Graph(account);
        this.bodies = new MessagingBodies(account);
    }

    // The Graph API

    @Override
    public Reply answer(Call call) {
        if (!graph.isLetIn(call)) {
            return Graph.notLetIn();
        }
        String object = Graph.object(call);
        if (call.method().equals("GET")) {
            return object.equals("me") ? me() : Graph.notThere();
        }
        return object.equals("me/messages") ? take(call.body()) : Graph.notThere();
    }

    private Reply me() {
        ObjectNode me = Json.object().put("id", account.id()).put("name", "Prosa Demo");
        return new Reply(
                200,
                account.platform() == Platform.INSTAGRAM
                        ? me.put("user_id", account.id())
                                .put("username", account.name().substring(1))
                        : me);
    }

    private Reply take(Fields body) {
        String to = body.object("recipient").map(r -> r.text("id")).orElse("");
        if (telephone.isBlocked()) {
            return Graph.error(400, NOT_AVAILABLE, "(#551) This person isn't available right now.");
        }
        return body.object("message")
                .map(message -> sent(to, message))
                .orElseGet(() -> acted(to, body.text("sender_action")));
    }

    private Reply acted(String to, String action) {
        telephone.shows(action.equals("mark_seen") ? new Screen.Seen(to) : new Screen.Typing(to));
        return new Reply(200, Json.object().put("recipient_id", to));
    }

    private Reply sent(String to, Fields message) {
        String reference = message.text("metadata");
        Sent sent = new Sent(to, bodies.newId(), message.text("text"), reference, Instant.now());
        telephone.arrives(sent);
        return new Reply(200, Json.object().put("recipient_id", to).put("message_id", sent.id()));
    }

    // The customer

    @Override
    public Customer customer() {
        return this;
    }

    @Override
    public String id() {
        return MessagingBodies.ANA;
    }

    /** Neither platform tells a name with a message. */
    @Override
    public String name() {
        return "";
    }

    @Override
    public void says(String text) {
        happens(bodies.said(text));
    }

    @Override
    public void presses(String data, String label) {
        happens(bodies.pressed(data, label));
    }

    /** Told to nobody: whoever writes learns it. */
    @Override
    public void blocks() {
        telephone.setBlocked(true);
    }

    @Override
    public void unblocks() {
        telephone.setBlocked(false);
    }

    private void happens(ObjectNode body) {
        post.ofMeta(body, account.secret());
    }

    @Override
    public void replay(byte[] body) {
        post.ofMeta(body, account.secret());
    }

    @Override
    public void report() {
        for (Sent sent : telephone.takeUntold()) {
            happens(bodies.echo(sent));
            if (account.platform() == Platform.MESSENGER) {
                happens(bodies.delivered(sent));
            }
            happens(bodies.read(sent));
        }
    }

    @Override
    public boolean isTaken() {
        return true; // whatever is posted is taken at once
    }

    @Override
    public void close() {}
}
