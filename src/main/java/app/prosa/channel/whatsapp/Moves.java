package app.prosa.channel.whatsapp;

import app.prosa.channel.Inbound;
import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Understands who has a new id. A chat may be known by either of the old ones.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system/">
 *     Meta, WhatsApp, System messages webhook reference</a>
 */
final class Moves {
    private static final Set<String> CHANGES =
            Set.of("user_changed_number", "customer_changed_number", "user_changed_user_id");

    private Moves() {}

    static List<Inbound> read(Fields message) {
        return message.object("system")
                .filter(system -> CHANGES.contains(system.text("type")))
                .map(system -> moves(message, system))
                .orElse(List.of());
    }

    private static List<Inbound> moves(Fields message, Fields system) {
        String to = newId(system);
        return Stream.of(
                        Values.id(system, "previous_user_id"),
                        Values.id(message, "from_user_id"),
                        Ids.telephone(message, "from"))
                .filter(from -> !from.isEmpty() && !to.isEmpty() && !from.equals(to))
                .distinct()
                .<Inbound>map(from -> new Inbound.Moved(from, to))
                .toList();
    }

    private static String newId(Fields system) {
        return Stream.of("user_id", "wa_id", "new_wa_id")
                .map(name -> Ids.telephone(system, name))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }
}
