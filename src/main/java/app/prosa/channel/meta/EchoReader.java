package app.prosa.channel.meta;

import app.prosa.channel.Chat;
import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Echo.By;
import app.prosa.channel.json.Fields;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Understands what went out from our side.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks/webhook-events/message-echoes">
 *     Meta, Messenger Platform, message_echoes</a>
 */
final class EchoReader {
    private final EchoMark mark;

    EchoReader(EchoMark mark) {
        this.mark = mark;
    }

    /** Of our side only messages are told; what it read or how it reacted is nobody's business. */
    List<Inbound> read(Fields event, Chat chat, Instant at) {
        return event.object("message")
                .filter(message -> !message.text("mid").isEmpty())
                .map(message -> List.of(sorted(message, chat, at)))
                .orElse(List.of());
    }

    private Inbound sorted(Fields message, Chat chat, Instant at) {
        String id = message.text("mid");
        if (message.flag("is_deleted")) {
            return new Inbound.Withdrawn(id, chat);
        }
        String appId = Values.id(message, "app_id");
        String text = message.text("text");
        return switch (mark) {
            case EchoMark.AppId(String ours) ->
                    new Inbound.Echo(id, chat, text, at, byApp(appId, ours), null);
            case EchoMark.Metadata(String ours) -> {
                String metadata = message.text("metadata");
                boolean marked = EchoMark.Metadata.isOurs(metadata);
                By by = marked || byApp(appId, ours) == By.US ? By.US : By.SOMEBODY_ELSE;
                String reference = EchoMark.Metadata.reference(metadata);
                yield new Inbound.Echo(id, chat, text, at, by, reference);
            }
        };
    }

    private static By byApp(String appId, @Nullable String ours) {
        if (ours == null || appId.isEmpty()) {
            return By.UNSAID;
        }
        return appId.equals(ours) ? By.US : By.SOMEBODY_ELSE;
    }
}
