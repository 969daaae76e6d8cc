package app.prosa.channel.whatsapp;

import app.prosa.channel.Inbound;
import app.prosa.channel.Inbound.Status;
import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Refusal;
import app.prosa.channel.json.Fields;
import app.prosa.channel.meta.GraphError;
import app.prosa.channel.meta.Values;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Understands how far messages of ours have come.
 *
 * @see <a
 *     href="https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/status">
 *     Meta, WhatsApp, Status messages webhook reference</a>
 */
final class StatusReader {
    private StatusReader() {}

    static List<Inbound> read(Fields status) {
        String id = status.text("id");
        Instant at = Values.time(status, "timestamp");
        Optional<Delivery> delivery = delivery(status.text("status"));
        if (id.isEmpty() || at == null || delivery.isEmpty()) {
            return List.of();
        }
        String reference = status.text("biz_opaque_callback_data");
        return List.of(
                new Status(
                        id,
                        delivery.get(),
                        at,
                        delivery.get() == Delivery.FAILED ? why(status) : null,
                        reference.isEmpty() ? null : reference));
    }

    /** Others say nothing that we keep, such as that a voice message was played. */
    private static Optional<Delivery> delivery(String status) {
        return switch (status) {
            case "sent" -> Optional.of(Delivery.SENT);
            case "delivered" -> Optional.of(Delivery.DELIVERED);
            case "read" -> Optional.of(Delivery.READ);
            case "failed" -> Optional.of(Delivery.FAILED);
            default -> Optional.empty();
        };
    }

    private static @Nullable Refusal why(Fields status) {
        return status.objects("errors").stream()
                .findFirst()
                .map(error -> GraphError.of(error).refusal())
                .orElse(null);
    }
}
