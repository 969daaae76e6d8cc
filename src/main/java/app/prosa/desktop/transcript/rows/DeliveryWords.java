package app.prosa.desktop.transcript.rows;

import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.settings.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a message is on its way to somebody elsewhere, in the reader's language. */
record DeliveryWords(Texts texts) {

    /** A few words for the line under the message. */
    String brief(Delivery delivery) {
        String state =
                switch (delivery.state()) {
                    case PENDING -> waiting(delivery.trouble());
                    case SENDING -> texts.get("transcript.delivery.sending");
                    case UNKNOWN -> texts.get("transcript.delivery.unknown");
                    case SENT -> texts.get("transcript.delivery.sent");
                    case DELIVERED -> texts.get("transcript.delivery.delivered");
                    case READ -> texts.get("transcript.delivery.read");
                    case FAILED -> texts.get("transcript.delivery.failed");
                };
        return delivery.mayBeTwice() ? texts.get("transcript.delivery.twice", state) : state;
    }

    /** What makes it wait is told where it is more than its turn. */
    private String waiting(@Nullable Trouble trouble) {
        if (trouble == null) {
            return texts.get("transcript.delivery.pending");
        }
        return switch (trouble) {
            case SLOW_DOWN -> texts.get("transcript.delivery.pending.slow");
            case SERVER, NETWORK -> texts.get("transcript.delivery.pending.network");
            case TOKEN, PERMISSION, ACCOUNT, ADDRESS, PUBLIC_URL ->
                    texts.get("transcript.delivery.pending.channel");
            case BLOCKED,
                    OPTED_OUT,
                    WINDOW_CLOSED,
                    BAD_ADDRESS,
                    TOO_LARGE,
                    REJECTED,
                    NOT_ADMITTED,
                    TAKEN_OVER,
                    TOO_LATE,
                    PART_MISSING ->
                    texts.get("transcript.delivery.pending");
        };
    }

    /** Why it did not arrive, and what to do. */
    String failed(@Nullable Trouble trouble) {
        return trouble == null
                ? texts.get("transcript.undelivered")
                : texts.get("transcript.undelivered." + trouble.name().toLowerCase(Locale.ROOT));
    }

    /** Nothing is sent to somebody who does not want it, or whom nobody let in. */
    static boolean canBeSentAgain(@Nullable Trouble trouble) {
        return trouble != Trouble.OPTED_OUT && trouble != Trouble.NOT_ADMITTED;
    }
}
