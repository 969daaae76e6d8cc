package app.prosa.channel.telegram;

import app.prosa.channel.json.Fields;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What Telegram found in a text: who is named, which commands are there. Places are counted in
 * UTF-16 units, as Java counts them.
 *
 * @see <a href="https://core.telegram.org/bots/api#messageentity">Bot API, MessageEntity</a>
 */
final class Entities {
    private final String text;
    private final List<Fields> entities;

    private Entities(String text, List<Fields> entities) {
        this.text = text;
        this.entities = entities;
    }

    /** Of a message's text or caption. */
    static Entities of(Fields message) {
        String text = message.text("text");
        return text.isEmpty()
                ? new Entities(message.text("caption"), message.objects("caption_entities"))
                : new Entities(text, message.objects("entities"));
    }

    String text() {
        return text;
    }

    boolean mentions(TelegramBot bot) {
        return entities.stream().anyMatch(entity -> names(entity, bot));
    }

    private boolean names(Fields entity, TelegramBot bot) {
        return switch (entity.text("type")) {
            case "mention" -> covered(entity).equalsIgnoreCase("@" + bot.username());
            case "text_mention" ->
                    entity.object("user")
                            .filter(user -> Long.valueOf(bot.id()).equals(user.number("id")))
                            .isPresent();
            default -> false;
        };
    }

    /**
     * A command with what stands behind it.
     *
     * @param bot whose it is, in lower case; empty when that is not said
     */
    record Command(String name, String bot, String argument) {

        boolean isFor(TelegramBot us) {
            return bot.isEmpty() || bot.equals(us.username().toLowerCase(Locale.ROOT));
        }
    }

    /** The command that the text begins with. */
    Optional<Command> command() {
        return entities.stream()
                .filter(entity -> entity.text("type").equals("bot_command"))
                .filter(entity -> Long.valueOf(0).equals(entity.number("offset")))
                .map(this::covered)
                .filter(covered -> covered.startsWith("/") && covered.length() > 1)
                .findFirst()
                .map(this::command);
    }

    private Command command(String covered) {
        int at = covered.indexOf('@');
        String name = at < 0 ? covered.substring(1) : covered.substring(1, at);
        return new Command(
                name.toLowerCase(Locale.ROOT),
                at < 0 ? "" : covered.substring(at + 1).toLowerCase(Locale.ROOT),
                text.substring(covered.length()).strip());
    }

    /** Empty when the entity lies outside the text. */
    private String covered(Fields entity) {
        long offset = Objects.requireNonNullElse(entity.number("offset"), -1L);
        long length = Objects.requireNonNullElse(entity.number("length"), -1L);
        boolean inside =
                offset >= 0
                        && length >= 0
                        && offset <= text.length()
                        && length <= text.length() - offset;
        return inside ? text.substring((int) offset, (int) (offset + length)) : "";
    }
}
