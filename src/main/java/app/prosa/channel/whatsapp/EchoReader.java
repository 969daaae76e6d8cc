package app.prosa.channel.whatsapp;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Understands what a person wrote for us in WhatsApp's own app. What they change there later is
 * passed over.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_message_echoes">
 *     Meta, WhatsApp, smb_message_echoes webhook reference</a>
 */
final class EchoReader {
    private EchoReader() {}

    static List<Inbound> read(Fields echo, People people) {
        Optional<Chat> chat = people.recipient(echo);
        String id = echo.text("id");
        Instant at = Values.time(echo, "timestamp");
        if (chat.isEmpty() || id.isEmpty() || at == null) {
            return List.of();
        }
        return switch (echo.text("type")) {
            case "revoke" -> withdrawn(echo, chat.get());
            case "edit", "reaction", "" -> List.of();
            default ->
                    List.of(
                            new Inbound.Echo(
                                    id,
                                    chat.get(),
                                    text(echo),
                                    at,
                                    Inbound.Echo.By.SOMEBODY_ELSE,
                                    null));
        };
    }

    private static String text(Fields echo) {
        return echo.object("text")
                .map(text -> text.text("body"))
                .orElseGet(() -> MediaReader.caption(echo));
    }

    private static List<Inbound> withdrawn(Fields echo, Chat chat) {
        String original = Values.id(echo, "revoke", "original_message_id");
        return original.isEmpty() ? List.of() : List.of(new Inbound.Withdrawn(original, chat));
    }
}
