package app.prosa.channel.telegram;

import app.prosa.channel.json.Json;
import app.prosa.channel.text.TelegramReader;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the methods of the Bot API do, and what they do not take. */
final class FakeMethods {
    private static final int LONGEST = 4096;
    private static final List<Integer> PORTS = List.of(-1, 443, 80, 88, 8443);

    /** A file that the bot may fetch. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(String path, byte[] content) {}

    final FakeUpdates updates;
    final FakeChats chats;
    final Map<String, Stored> files = new ConcurrentHashMap<>();

    FakeMethods(FakeUpdates updates, FakeChats chats) {
        this.updates = updates;
        this.chats = chats;
    }

    /** The field {@code result} of the answer. */
    JsonNode answer(String method, JsonNode body) throws InterruptedException {
        FakeParameters parameters = new FakeParameters(body);
        return switch (method) {
            case "getMe" -> getMe(parameters);
            case "getUpdates" -> getUpdates(parameters);
            case "setWebhook" -> setWebhook(parameters);
            case "deleteWebhook" -> deleteWebhook(parameters);
            case "getWebhookInfo" -> getWebhookInfo(parameters);
            case "sendMessage" -> sendMessage(parameters);
            case "sendChatAction" -> sendChatAction(parameters);
            case "sendMessageDraft" -> sendMessageDraft(parameters);
            case "answerCallbackQuery" -> answerCallbackQuery(parameters);
            case "getFile" -> getFile(parameters);
            default -> throw new FakeRefusal(404, "Not Found: method not found");
        };
    }

    private static JsonNode getMe(FakeParameters parameters) {
        parameters.end();
        return Json.object()
                .put("id", FakeTelegram.BOT.id())
                .put("is_bot", true)
                .put("first_name", FakeTelegram.BOT.name())
                .put("username", FakeTelegram.BOT.username())
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", FakeTelegram.BOT.readsGroups());
    }

    private JsonNode getUpdates(FakeParameters parameters) throws InterruptedException {
        long offset = parameters.has("offset") ? parameters.integer("offset") : 0;
        long limit = parameters.integer("limit", 1, 100, 100);
        long timeout = parameters.integer("timeout", 0, 50, 0);
        List<String> kinds = parameters.kinds();
        parameters.end();
        updates.setKinds(kinds);
        ArrayNode list = Json.object().putArray("result");
        updates.poll(offset, (int) limit, timeout).forEach(list::add);
        return list;
    }

    private JsonNode setWebhook(FakeParameters parameters) {
        String url = parameters.text("url");
        String secret = parameters.text("secret_token");
        long connections = parameters.integer("max_connections", 1, 100, 40);
        List<String> kinds = parameters.kinds();
        boolean drop = parameters.flag("drop_pending_updates");
        parameters.end();
        checkUrl(url);
        if (!secret.matches("[A-Za-z0-9_-]{1,256}")) {
            throw FakeRefusal.bad("secret token contains unallowed characters");
        }
        updates.setKinds(kinds);
        updates.setWebhook(new FakeWebhook(url, secret, connections));
        if (drop) {
            updates.dropAll();
        }
        return BooleanNode.TRUE;
    }

    private static void checkUrl(String url) {
        URI uri = URI.create(url);
        if (!"https".equals(uri.getScheme())) {
            throw FakeRefusal.bad("bad webhook: An HTTPS URL must be provided for webhook");
        }
        if (!PORTS.contains(uri.getPort())) {
            throw FakeRefusal.bad(
                    "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443");
        }
    }

    private JsonNode deleteWebhook(FakeParameters parameters) {
        boolean drop = parameters.flag("drop_pending_updates");
        parameters.end();
        updates.setWebhook(null);
        if (drop) {
            updates.dropAll();
        }
        return BooleanNode.TRUE;
    }

    private JsonNode getWebhookInfo(FakeParameters parameters) {
        parameters.end();
        FakeWebhook webhook = updates.webhook();
        ObjectNode info =
                Json.object()
                        .put("url", webhook == null ? "" : webhook.url())
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", updates.waiting().size());
        return webhook == null ? info : info.put("max_connections", webhook.connections());
    }

    private JsonNode sendMessage(FakeParameters parameters) {
        long chat = parameters.integer("chat_id");
        String text = parameters.text("text");
        String visible = visible(parameters, text);
        Long replyTo = parameters.has("reply_parameters") ? replyTo(parameters, chat) : null;
        if (parameters.has("link_preview_options")) {
            FakeParameters options = parameters.object("link_preview_options");
            options.flag("is_disabled");
            options.end();
        }
        boolean html = parameters.has("parse_mode");
        parameters.end();
        chats.check(chat);
        if (visible.isBlank()) {
            throw FakeRefusal.bad("message text is empty");
        }
        FakeSent sent = chats.send(chat, text, visible, html, replyTo);
        ObjectNode message = Json.object().put("message_id", sent.id()).put("date", 1_800_000_000);
        message.putObject("chat").put("id", chat).put("type", chat > 0 ? "private" : "supergroup");
        return message.put("text", visible);
    }

    private @Nullable Long replyTo(FakeParameters parameters, long chat) {
        FakeParameters reply = parameters.object("reply_parameters");
        long id = reply.integer("message_id");
        boolean without = reply.flag("allow_sending_without_reply");
        reply.end();
        if (chats.hasMessage(chat, id)) {
            return id;
        }
        if (!without) {
            throw FakeRefusal.bad("message to be replied not found");
        }
        return null;
    }

    private static String visible(FakeParameters parameters, String text) {
        String mode = parameters.text("parse_mode", "");
        if (!mode.isEmpty() && !mode.equals("HTML")) {
            throw FakeRefusal.bad("unsupported parse_mode");
        }
        String visible = mode.isEmpty() ? text : parsed(text);
        if (visible.length() > LONGEST) {
            throw FakeRefusal.bad("message is too long");
        }
        return visible;
    }

    private static String parsed(String html) {
        try {
            return TelegramReader.visible(html);
        } catch (AssertionError e) {
            throw FakeRefusal.bad("can't parse entities: " + e.getMessage());
        }
    }

    private JsonNode sendChatAction(FakeParameters parameters) {
        long chat = parameters.integer("chat_id");
        String action = parameters.text("action");
        parameters.end();
        if (!action.equals("typing")) {
            throw FakeRefusal.bad("wrong parameter action in request");
        }
        chats.check(chat);
        return BooleanNode.TRUE;
    }

    private JsonNode sendMessageDraft(FakeParameters parameters) {
        long chat = parameters.integer("chat_id");
        long draft = parameters.integer("draft_id");
        String visible = visible(parameters, parameters.text("text"));
        parameters.end();
        if (draft == 0) {
            throw FakeRefusal.bad("draft_id must be non-zero");
        }
        if (chat <= 0) {
            throw FakeRefusal.bad("drafts are for private chats");
        }
        chats.check(chat);
        chats.draft(chat, visible);
        return BooleanNode.TRUE;
    }

    private static JsonNode answerCallbackQuery(FakeParameters parameters) {
        String id = parameters.text("callback_query_id");
        parameters.end();
        if (id.isEmpty()) {
            throw FakeRefusal.bad(
                    "query is too old and response timeout expired or query ID is invalid");
        }
        return BooleanNode.TRUE;
    }

    private JsonNode getFile(FakeParameters parameters) {
        String id = parameters.text("file_id");
        parameters.end();
        Stored file = files.get(id);
        if (file == null) {
            throw FakeRefusal.bad("wrong file_id or the file is temporarily unavailable");
        }
        if (file.content().length > TelegramFile.MAX_BYTES) {
            throw FakeRefusal.bad("file is too big");
        }
        return Json.object()
                .put("file_id", id)
                .put("file_unique_id", "u" + id)
                .put("file_size", file.content().length)
                .put("file_path", file.path());
    }
}
