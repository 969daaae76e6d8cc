package app.prosa.channel.telegram;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Understands updates. Whatever an update holds, nothing here throws: what is not understood says
 * nothing.
 *
 * @see <a href="https://core.telegram.org/bots/api#update">Bot API, Update</a>
 */
public final class TelegramUpdates {
    /** The kinds of updates that are understood, as {@code allowed_updates} calls them. */
    public static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "my_chat_member");

    private final MessageReader messages;

    /**
     * @param bot who we are, which decides what is addressed to us
     */
    public TelegramUpdates(TelegramBot bot) {
        this.messages = new MessageReader(bot);
    }

    /**
     * @return empty when it says nothing to us: news of a group, an update of another kind, junk
     */
    public Optional<Inbound> read(TelegramUpdate update) {
        Fields fields = update.fields();
        return fields.object("message")
                .flatMap(messages::read)
                .or(() -> fields.object("edited_message").flatMap(messages::readEdited))
                .or(() -> fields.object("callback_query").flatMap(TelegramUpdates::pressed))
                .or(() -> fields.object("my_chat_member").flatMap(TelegramUpdates::membership));
    }

    private static Optional<Inbound> pressed(Fields query) {
        String id = query.text("id");
        Optional<Fields> on = query.object("message");
        Optional<Chat> chat = on.flatMap(People::chat);
        Long message = on.map(fields -> fields.number("message_id")).orElse(null);
        if (id.isEmpty() || chat.isEmpty() || message == null) {
            return Optional.empty(); // the button of a message that was sent through another chat
        }
        String button = chat.get().id() + ":" + message;
        return query.object("from")
                .flatMap(People::person)
                .map(who -> new Inbound.Pressed(id, chat.get(), who, query.text("data"), button));
    }

    private static Optional<Inbound> membership(Fields change) {
        Optional<Chat> chat = change.object("chat").flatMap(People::chat);
        Instant at = change.time("date");
        if (chat.isEmpty() || at == null) {
            return Optional.empty();
        }
        boolean before =
                change.object("old_chat_member").filter(TelegramUpdates::mayWrite).isPresent();
        Optional<Fields> after = change.object("new_chat_member");
        boolean now = after.filter(TelegramUpdates::mayWrite).isPresent();
        if (after.isEmpty() || before == now) {
            return Optional.empty();
        }
        return Optional.of(
                now ? new Inbound.Unblocked(chat.get(), at) : new Inbound.Blocked(chat.get(), at));
    }

    private static boolean mayWrite(Fields member) {
        return switch (member.text("status")) {
            case "member", "administrator", "creator" -> true;
            case "restricted" -> member.flag("is_member") && member.flag("can_send_messages");
            default -> false;
        };
    }
}
