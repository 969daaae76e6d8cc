package app.prosa.channel.telegram;

import app.prosa.channel.json.Json;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Telegram writes down when people do something. */
public final class FakePeople {
    private static final Pattern COMMAND = Pattern.compile("/[A-Za-z0-9_]+(@[A-Za-z0-9_]+)?");
    private static final Pattern MENTION = Pattern.compile("(?<![\\w/])@[A-Za-z0-9_]{5,}");

    private FakePeople() {}

    /**
     * @param date in seconds since 1970
     */
    public static ObjectNode message(long id, long chat, long person, String text, long date) {
        ObjectNode message = bare(id, chat, person, date).put("text", text);
        ArrayNode entities = message.putArray("entities");
        Matcher command = COMMAND.matcher(text);
        if (command.lookingAt()) {
            entity(entities, "bot_command", command);
        }
        Matcher mention = MENTION.matcher(text);
        while (mention.find()) {
            entity(entities, "mention", mention);
        }
        return message;
    }

    /** A message in which nothing is said yet. */
    public static ObjectNode bare(long id, long chat, long person, long date) {
        ObjectNode message = Json.object().put("message_id", id).put("date", date);
        message.set("chat", chat(chat));
        message.set("from", person(person));
        return message;
    }

    public static ObjectNode person(long id) {
        return Json.object()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", "Ana")
                .put("last_name", "Souza")
                .put("username", "ana" + id)
                .put("language_code", "pt-br");
    }

    /** The bot, as it stands in messages. */
    public static ObjectNode bot() {
        return Json.object()
                .put("id", FakeTelegram.BOT.id())
                .put("is_bot", true)
                .put("first_name", FakeTelegram.BOT.name())
                .put("username", FakeTelegram.BOT.username());
    }

    static ObjectNode chat(long id) {
        ObjectNode chat = Json.object().put("id", id);
        return id > 0
                ? chat.put("type", "private").put("first_name", "Ana")
                : chat.put("type", "supergroup").put("title", "Família");
    }

    static ObjectNode membership(long chat, String before, String after, long date) {
        ObjectNode change = Json.object().put("date", date);
        change.set("chat", chat(chat));
        change.set("from", person(Math.abs(chat)));
        change.putObject("old_chat_member").put("status", before).set("user", bot());
        change.putObject("new_chat_member").put("status", after).set("user", bot());
        return change;
    }

    private static void entity(ArrayNode entities, String type, Matcher place) {
        entities.addObject()
                .put("type", type)
                .put("offset", place.start())
                .put("length", place.end() - place.start());
    }
}
