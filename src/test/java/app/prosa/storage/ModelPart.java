package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something on its way out, as one would note it on paper. */
final class ModelPart {
    final ModelTalk talk;
    final MessageId message;
    final Author author;
    Address address;
    int ordinal;
    int of;
    String text;
    DeliveryState state = DeliveryState.PENDING;

    /** It may have arrived, and nothing more is done. */
    boolean over;

    int tries;
    @Nullable Instant notBefore;
    @Nullable Trouble trouble;
    boolean twice;
    boolean resent;
    @Nullable String name;
    Instant created;
    Instant changed;

    ModelPart(ModelTalk talk, MessageId message, Author author, String text, Instant now) {
        this.talk = talk;
        this.message = message;
        this.author = author;
        this.address = talk.address;
        this.text = text;
        this.created = now;
        this.changed = now;
    }

    /** As it is read, with the id that the store gave it. */
    Part part(long id) {
        return new Part(
                id,
                message,
                talk.id,
                address,
                ordinal,
                of,
                text,
                text,
                author == Author.OPERATOR,
                state,
                tries,
                notBefore,
                trouble,
                twice,
                name,
                created);
    }

    boolean isUnderWay() {
        return state == DeliveryState.PENDING
                || state == DeliveryState.SENDING
                || (state == DeliveryState.UNKNOWN && !over);
    }

    boolean mayGo(Instant now) {
        return switch (state) {
            case PENDING -> notBefore == null || !notBefore.isAfter(now);
            case UNKNOWN -> !over && notBefore != null && !notBefore.isAfter(now);
            default -> false;
        };
    }

    void now(DeliveryState next, @Nullable Instant at, @Nullable Trouble why) {
        state = next;
        notBefore = at;
        trouble = why;
        over = false;
    }

    /** It is not sent any more. */
    void end(Trouble why) {
        boolean maybe = state == DeliveryState.UNKNOWN || state == DeliveryState.SENDING;
        now(maybe ? DeliveryState.UNKNOWN : DeliveryState.FAILED, null, why);
        over = true;
    }
}
