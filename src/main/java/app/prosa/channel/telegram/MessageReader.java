package app.prosa.channel.telegram;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Media;
import app.prosa.channel.Sender;
import app.prosa.channel.json.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Understands messages.
 *
 * @see <a href="https://core.telegram.org/bots/api#message">Bot API, Message</a>
 */
final class MessageReader {
    private final TelegramBot bot;

    MessageReader(TelegramBot bot) {
        this.bot = bot;
    }

    /**
     * @return empty for news of the group, such as who joined it
     */
    Optional<Inbound> read(Fields message) {
        Long chat = message.object("chat").map(fields -> fields.number("id")).orElse(null);
        Long newChat = message.number("migrate_to_chat_id");
        if (chat != null && newChat != null) {
            return Optional.of(new Inbound.Moved(chat.toString(), newChat.toString()));
        }
        return content(message).map(read -> sorted(read, message));
    }

    Optional<Inbound> readEdited(Fields message) {
        return content(message)
                .filter(read -> !isOurs(message))
                .map(read -> new Inbound.Edited(read));
    }

    private Inbound sorted(Inbound.Message read, Fields message) {
        if (isOurs(message)) {
            return new Inbound.Echo(read.externalId(), read.chat(), read.text(), read.sentAt());
        }
        return Entities.of(message)
                .command()
                .filter(command -> command.isFor(bot) && read.addressed())
                .<Inbound>map(c -> new Inbound.Command(read, c.name(), c.argument()))
                .orElse(read);
    }

    private Optional<Inbound.Message> content(Fields message) {
        Optional<Chat> chat = People.chat(message);
        Optional<Sender> sender = People.sender(message);
        Long id = message.number("message_id");
        Instant at = message.time("date");
        String text = Entities.of(message).text();
        List<Media> media = MediaReader.read(message);
        boolean empty = text.isEmpty() && media.isEmpty();
        if (chat.isEmpty() || sender.isEmpty() || id == null || at == null || empty) {
            return Optional.empty();
        }
        Chat where = chat.get();
        return Optional.of(
                new Inbound.Message(
                        where.id() + ":" + id,
                        where,
                        sender.get(),
                        text,
                        media,
                        answered(message)
                                .map(original -> original.number("message_id"))
                                .map(original -> where.id() + ":" + original)
                                .orElse(null),
                        at,
                        isAddressed(message, where)));
    }

    private boolean isAddressed(Fields message, Chat chat) {
        if (isAnotherBots(message)) {
            return false; // two bots that answer each other never stop
        }
        Entities entities = Entities.of(message);
        return !chat.group()
                || entities.mentions(bot)
                || answered(message).filter(this::isOurs).isPresent()
                || entities.command().filter(command -> command.isFor(bot)).isPresent();
    }

    /**
     * What a message answers. In a topic of a forum each message seems to answer the news that the
     * topic was made, which we ourselves may have written.
     */
    private static Optional<Fields> answered(Fields message) {
        return message.object("reply_to_message")
                .filter(original -> !original.has("forum_topic_created"));
    }

    private boolean isOurs(Fields message) {
        return message.object("from")
                .map(from -> from.number("id"))
                .filter(id -> id == bot.id())
                .isPresent();
    }

    private static boolean isAnotherBots(Fields message) {
        boolean bot = message.object("from").filter(from -> from.flag("is_bot")).isPresent();
        return bot && !message.has("sender_chat");
    }
}
