package app.prosa.channel.telegram;

import app.prosa.channel.Chat;
import app.prosa.channel.Sender;
import app.prosa.channel.json.Fields;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who writes, and where. */
final class People {
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}\\s]+");

    private People() {}

    /** What has a {@code chat}, or is one. Channels are none: nobody talks with anybody there. */
    static Optional<Chat> chat(Fields place) {
        Fields chat = place.object("chat").orElse(place);
        Long id = chat.number("id");
        if (id == null) {
            return Optional.empty();
        }
        return switch (chat.text("type")) {
            case "private" -> Optional.of(new Chat(id.toString(), false, ""));
            case "group", "supergroup" ->
                    Optional.of(new Chat(id.toString(), true, line(chat.text("title"))));
            default -> Optional.empty();
        };
    }

    /**
     * Who wrote a message. Who writes for a group or a channel is that one: Telegram then puts a
     * bot of its own in the person's place.
     */
    static Optional<Sender> sender(Fields message) {
        return message.object("sender_chat")
                .flatMap(People::place)
                .or(() -> message.object("from").flatMap(People::person));
    }

    static Optional<Sender> person(Fields user) {
        Long id = user.number("id");
        String name = line(user.text("first_name") + " " + user.text("last_name"));
        return id == null
                ? Optional.empty()
                : Optional.of(new Sender(id.toString(), name, user.text("username")));
    }

    private static Optional<Sender> place(Fields chat) {
        Long id = chat.number("id");
        return id == null
                ? Optional.empty()
                : Optional.of(
                        new Sender(id.toString(), line(chat.text("title")), chat.text("username")));
    }

    private static String line(String name) {
        return NO_NAME.matcher(name).replaceAll(" ").strip();
    }
}
