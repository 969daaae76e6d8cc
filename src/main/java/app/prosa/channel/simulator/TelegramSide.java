package app.prosa.channel.simulator;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import app.prosa.channel.simulator.Telephone.Sent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Telegram.
 *
 * @see <a href="https://core.telegram.org/bots/api">Telegram Bot API</a>
 */
final class TelegramSide implements Side, Customer {
    private final Account account;
    private final Telephone telephone;
    private final Post post;
    private final TelegramBodies bodies;
    private final Updates updates = new Updates();

    /** Grows from run to run, so that a store that is used again takes nothing for a repeat. */
    private final AtomicLong ids = new AtomicLong(Instant.now().getEpochSecond());

    /** Empty as long as the hub asks by itself. */
    private volatile String webhookSecret = "";

    TelegramSide(Account account, Telephone telephone, Post post) {
        this.account = account;
        this.telephone = telephone;
        this.post = post;
        this.bodies = new TelegramBodies(account);
    }

    // The Bot API

    @Override
    public Reply answer(Call call) throws InterruptedException {
        String start = "/bot" + account.token() + "/";
        return call.path().startsWith(start)
                ? answer(call.path().substring(start.length()), call.body())
                : refused(401, "Unauthorized");
    }

    private Reply answer(String method, Fields body) throws InterruptedException {
        return switch (method) {
            case "getMe" -> done(bodies.bot(true));
            case "getUpdates" -> updates(body);
            case "sendMessage" -> sent(body);
            case "sendChatAction" -> shown(new Screen.Typing(chat(body)));
            case "sendMessageDraft" -> shown(new Screen.Draft(chat(body), visible(body)));
            case "answerCallbackQuery" -> yes();
            case "setWebhook" -> hook(body.text("secret_token"));
            case "deleteWebhook" -> hook("");
            case "getFile" -> refused(400, "Bad Request: invalid file_id");
            default -> refused(404, "Not Found: method not found");
        };
    }

    private Reply updates(Fields body) throws InterruptedException {
        if (!webhookSecret.isEmpty()) {
            return refused(409, "Conflict: can't use getUpdates method while webhook is active");
        }
        List<ObjectNode> news = updates.poll(number(body, "offset"), number(body, "timeout"));
        ObjectNode answer = Json.object().put("ok", true);
        news.forEach(answer.putArray("result")::add);
        return new Reply(200, answer);
    }

    private Reply sent(Fields body) {
        if (telephone.isBlocked()) {
            return refused(403, "Forbidden: bot was blocked by the user");
        }
        long id = ids.incrementAndGet();
        String text = visible(body);
        telephone.arrives(new Sent(chat(body), Long.toString(id), text, "", Instant.now()));
        return done(bodies.sent(id, number(body, "chat_id"), text));
    }

    private Reply shown(Screen.Shown shown) {
        if (telephone.isBlocked()) {
            return refused(403, "Forbidden: bot was blocked by the user");
        }
        telephone.shows(shown);
        return yes();
    }

    private Reply hook(String secret) {
        webhookSecret = secret;
        return yes();
    }

    private static Reply yes() {
        return new Reply(200, Json.object().put("ok", true).put("result", true));
    }

    private static Reply done(JsonNode result) {
        ObjectNode answer = Json.object().put("ok", true);
        answer.set("result", result);
        return new Reply(200, answer);
    }

    private static Reply refused(int code, String why) {
        ObjectNode answer = Json.object().put("ok", false).put("error_code", code);
        return new Reply(code, answer.put("description", why));
    }

    private static String chat(Fields body) {
        return Long.toString(number(body, "chat_id"));
    }

    private static long number(Fields body, String name) {
        return Objects.requireNonNullElse(body.number(name), 0L);
    }

    /** What people see of the markup that Telegram takes. */
    private static String visible(Fields body) {
        String text = body.text("text");
        return body.text("parse_mode").isEmpty()
                ? text
                : text.replaceAll("<[^>]*>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&");
    }

    // The customer

    @Override
    public Customer customer() {
        return this;
    }

    @Override
    public String id() {
        return Long.toString(TelegramBodies.ANA);
    }

    @Override
    public String name() {
        return "Ana Souza";
    }

    @Override
    public void says(String text) {
        happens("message", bodies.said(ids.incrementAndGet(), text));
    }

    @Override
    public void presses(String data, String label) {
        long on = telephone.last().map(Long::valueOf).orElse(1L);
        happens("callback_query", bodies.pressed(UUID.randomUUID().toString(), on, data));
    }

    @Override
    public void blocks() {
        telephone.setBlocked(true);
        happens("my_chat_member", bodies.membership(false));
    }

    @Override
    public void unblocks() {
        telephone.setBlocked(false);
        happens("my_chat_member", bodies.membership(true));
    }

    private void happens(String kind, ObjectNode what) {
        long id = ids.incrementAndGet();
        ObjectNode update = Json.object().put("update_id", id);
        update.set(kind, what);
        bring(id, update);
    }

    private void bring(long id, ObjectNode update) {
        if (webhookSecret.isEmpty()) {
            updates.add(id, update);
        } else {
            post.ofTelegram(update, webhookSecret);
        }
    }

    @Override
    public void replay(byte[] body) {
        Json.read(body)
                .map(Fields::node)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .ifPresent(update -> bring(update.path("update_id").asLong(), update));
    }

    /** Telegram tells a bot nothing of the kind. */
    @Override
    public void report() {
        telephone.takeUntold();
    }

    @Override
    public boolean isTaken() {
        return updates.isEmpty();
    }

    @Override
    public void close() {
        updates.close();
    }
}
