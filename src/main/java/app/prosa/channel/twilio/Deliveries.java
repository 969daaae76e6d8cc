package app.prosa.channel.twilio;

import app.prosa.channel.Inbound.Status.Delivery;
import app.prosa.channel.Refusal;
import app.prosa.channel.Refusal.Stop;
import org.jspecify.annotations.Nullable;

/**
 * What became of our messages, in Twilio's words.
 *
 * @see <a
 *     href="https://www.twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks">
 *     Twilio, Outbound Message Status</a>
 */
final class Deliveries {
    private Deliveries() {}

    /** Null while a message waits, and for words that we do not know. */
    static @Nullable Delivery of(String status) {
        return switch (status) {
            case "sent" -> Delivery.SENT;
            case "delivered" -> Delivery.DELIVERED;
            case "read" -> Delivery.READ;
            case "undelivered", "failed", "canceled" -> Delivery.FAILED;
            default -> null;
        };
    }

    /**
     * Why a message failed after it was taken.
     *
     * @param code of Twilio's; null and 0 for none
     */
    static @Nullable Refusal refusal(@Nullable Long code, String said) {
        if (code == null || code <= 0) {
            return null;
        }
        return TwilioCodes.refusal(Math.clamp(code, 0, Integer.MAX_VALUE), null, said)
                .orElseGet(() -> new Stop(Stop.Reason.REJECTED, (code + " " + said).strip()));
    }
}
