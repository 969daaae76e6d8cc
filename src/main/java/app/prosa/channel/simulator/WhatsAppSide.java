package app.prosa.channel.simulator;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.simulator.Telephone.Sent;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/**
 * WhatsApp's Cloud API.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/guides/send-messages">Meta,
 *     WhatsApp Cloud API, Sending messages</a>
 */
final class WhatsAppSide implements Side, Customer {
    private final Account account;
    private final Telephone telephone;
    private final Post post;
    private final Graph graph;
    private final WhatsAppBodies bodies;

    WhatsAppSide(Account account, Telephone telephone, Post post) {
        this.account = account;
        this.telephone = telephone;
        this.post = post;
        this.graph = new Graph(account);
        this.bodies = new WhatsAppBodies(account);
    }

    // The Cloud API

    @Override
    public Reply answer(Call call) {
        if (!graph.isLetIn(call)) {
            return Graph.notLetIn();
        }
        String object = Graph.object(call);
        if (call.method().equals("GET")) {
            return object.equals(account.id()) ? number() : Graph.notThere();
        }
        return object.equals(account.id() + "/messages") ? take(call.body()) : Graph.notThere();
    }

    private Reply number() {
        ObjectNode number = Json.object().put("display_phone_number", account.name());
        number.put("verified_name", "Prosa Demo").put("quality_rating", "GREEN");
        return new Reply(200, number.put("id", account.id()));
    }

    private Reply take(Fields body) {
        if (body.text("status").equals("read")) {
            telephone.shows(new Screen.Seen(id()));
            if (body.has("typing_indicator")) {
                telephone.shows(new Screen.Typing(id()));
            }
            return Graph.success();
        }
        String to = body.has("to") ? body.text("to") : body.text("recipient");
        String text = body.object("text").map(t -> t.text("body")).orElse("");
        String reference = body.text("biz_opaque_callback_data");
        Sent sent = new Sent(to, WhatsAppBodies.newId(), text, reference, Instant.now());
        if (telephone.isBlocked()) {
            telephone.misses(sent);
        } else {
            telephone.arrives(sent);
        }
        return accepted(sent);
    }

    private static Reply accepted(Sent sent) {
        ObjectNode answer = Json.object().put("messaging_product", "whatsapp");
        answer.putArray("contacts").addObject().put("input", sent.to());
        answer.putArray("messages").addObject().put("id", sent.id());
        return new Reply(200, answer);
    }

    // The customer

    @Override
    public Customer customer() {
        return this;
    }

    @Override
    public String id() {
        return WhatsAppBodies.ANA;
    }

    @Override
    public String name() {
        return WhatsAppBodies.NAME;
    }

    @Override
    public void says(String text) {
        happens(bodies.said(text));
    }

    @Override
    public void presses(String data, String label) {
        String on = telephone.last().orElseGet(WhatsAppBodies::newId);
        happens(bodies.pressed(on, data, label));
    }

    /** WhatsApp tells nobody. */
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
            if (telephone.isBlocked()) {
                happens(bodies.undeliverable(sent));
            } else {
                List.of("sent", "delivered", "read")
                        .forEach(status -> happens(bodies.status(sent, status)));
            }
        }
    }

    @Override
    public boolean isTaken() {
        return true; // whatever is posted is taken at once
    }

    @Override
    public void close() {}
}
