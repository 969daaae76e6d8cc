package app.prosa.channel.simulator;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Telegram writes down.
 *
 * @see <a href="https://core.telegram.org/bots/api#available-types">Bot API, Available types</a>
 */
record TelegramBodies(Account bot) {
    static final long ANA = 600_000_001;
    private static final Pattern COMMAND = Pattern.compile("/[A-Za-z0-9_]{1,32}\\b");

    ObjectNode bot(boolean whole) {
        ObjectNode user = Json.object().put("id", Long.parseLong(bot.id())).put("is_bot", true);
        user.put("first_name", "Prosa").put("username", bot.name().substring(1));
        if (whole) {
            user.put("can_join_groups", true).put("can_read_all_group_messages", false);
            user.put("supports_inline_queries", false);
        }
        return user;
    }

    /** A message of the bot's. */
    ObjectNode sent(long id, long chat, String text) {
        ObjectNode message = Json.object().put("message_id", id);
        message.set("from", bot(false));
        message.set("chat", chat == ANA ? chat() : Json.object().put("id", chat));
        return message.put("date", now()).put("text", text);
    }

    /** A message of the customer's. */
    ObjectNode said(long id, String text) {
        ObjectNode message = Json.object().put("message_id", id);
        message.set("from", person());
        message.set("chat", chat());
        message.put("date", now()).put("text", text);
        Matcher command = COMMAND.matcher(text);
        if (command.lookingAt()) {
            message.putArray("entities")
                    .addObject()
                    .put("offset", 0)
                    .put("length", command.end())
                    .put("type", "bot_command");
        }
        return message;
    }

    ObjectNode pressed(String id, long on, String data) {
        ObjectNode query = Json.object().put("id", id);
        query.set("from", person());
        query.set("message", sent(on, ANA, ""));
        return query.put("chat_instance", "1").put("data", data);
    }

    /** The customer blocks the bot, or no longer. */
    ObjectNode membership(boolean mayWrite) {
        ObjectNode change = Json.object();
        change.set("chat", chat());
        change.set("from", person());
        change.put("date", now());
        change.set("old_chat_member", member(!mayWrite));
        change.set("new_chat_member", member(mayWrite));
        return change;
    }

    private ObjectNode member(boolean mayWrite) {
        ObjectNode member = Json.object();
        member.set("user", bot(false));
        return mayWrite
                ? member.put("status", "member")
                : member.put("status", "kicked").put("until_date", 0);
    }

    private static ObjectNode person() {
        ObjectNode person = Json.object().put("id", ANA).put("is_bot", false);
        return named(person).put("language_code", "pt-br");
    }

    private static ObjectNode chat() {
        return named(Json.object().put("id", ANA)).put("type", "private");
    }

    private static ObjectNode named(ObjectNode whom) {
        return whom.put("first_name", "Ana").put("last_name", "Souza").put("username", "ana_souza");
    }

    private static long now() {
        return Instant.now().getEpochSecond();
    }
}
