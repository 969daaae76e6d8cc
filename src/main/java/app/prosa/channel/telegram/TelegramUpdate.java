package app.prosa.channel.telegram;

import app.prosa.channel.json.Fields;
import app.prosa.channel.json.Json;
import java.util.Optional;

/**
 * An update as it came.
 *
 * @param id grows with each update; Telegram may begin anew after a week without any
 * @see <a href="https://core.telegram.org/bots/api#update">Bot API, Update</a>
 */
public record TelegramUpdate(long id, Fields fields) {

    /**
     * @param body of a webhook's request
     * @return empty for what is no update
     */
    public static Optional<TelegramUpdate> parse(byte[] body) {
        return Json.read(body).flatMap(TelegramUpdate::of);
    }

    static Optional<TelegramUpdate> of(Fields fields) {
        Long id = fields.number("update_id");
        return id == null ? Optional.empty() : Optional.of(new TelegramUpdate(id, fields));
    }

    /** All of it, as JSON, to be kept. */
    public String json() {
        return fields.node().toString();
    }
}
