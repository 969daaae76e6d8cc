package app.prosa.channel.whatsapp;

import app.prosa.channel.Chat;
import app.prosa.channel.Sender;
import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.Values;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The people of a change. Each has an id towards this business, a telephone number, or both; what
 * an event does not say of them stands in the list that comes with it.
 */
final class People {
    private static final Pattern NO_NAME = Pattern.compile("[\\p{Cntrl}\\s]+");

    private final List<Fields> contacts;

    private People(List<Fields> contacts) {
        this.contacts = contacts;
    }

    static People of(Fields value) {
        return new People(value.objects("contacts"));
    }

    /** Who wrote a message; empty when nobody is named. */
    Optional<Sender> sender(Fields message) {
        return find(Values.id(message, "from_user_id"), Ids.telephone(message, "from"));
    }

    /** To whom a message went; empty when nobody is named. */
    Optional<Chat> recipient(Fields echo) {
        return find(Values.id(echo, "to_user_id"), Ids.telephone(echo, "to")).map(People::chat);
    }

    static Chat chat(Sender person) {
        return new Chat(person.id(), false, "");
    }

    private Optional<Sender> find(String userId, String telephone) {
        Optional<Fields> contact = contact(userId, telephone);
        String id = or(userId, contact.map(c -> Values.id(c, "user_id")).orElse(""));
        String number = or(telephone, contact.map(c -> Ids.telephone(c, "wa_id")).orElse(""));
        if (id.isEmpty() && number.isEmpty()) {
            return Optional.empty();
        }
        Fields profile =
                contact.or(this::only).flatMap(c -> c.object("profile")).orElseGet(People::nothing);
        String handle = or(number, profile.text("username"));
        return Optional.of(new Sender(or(id, number), line(profile.text("name")), handle));
    }

    /** By either id; one that names the person otherwise is somebody else. */
    private Optional<Fields> contact(String userId, String telephone) {
        return contacts.stream()
                .filter(c ->
                        isSame(userId, Values.id(c, "user_id"))
                                || isSame(telephone, Ids.telephone(c, "wa_id")))
                .findFirst();
    }

    /**
     * A number may be written in two ways, with which the only one who is named may be missed. That
     * is good enough for a name, but not for an id.
     */
    private Optional<Fields> only() {
        return contacts.size() == 1 ? Optional.of(contacts.getFirst()) : Optional.empty();
    }

    private static boolean isSame(String id, String other) {
        return !id.isEmpty() && id.equals(other);
    }

    private static Fields nothing() {
        return new Fields(MissingNode.getInstance());
    }

    private static String or(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    private static String line(String name) {
        return NO_NAME.matcher(name).replaceAll(" ").strip();
    }
}
