package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something on its way out while a transaction holds the row of its conversation: changed here,
 * written back by {@link OutboxRows#save}.
 */
final class OutboxRow {
    /** How many parts a message can have. An id is a number times this, and which part it is. */
    static final int PARTS = 1 << 16;

    final long id;
    final MessageId message;
    final ConversationId conversation;
    final Author author;
    final int ordinal;
    final Address address;
    int of;
    String markup;
    String plain;
    DeliveryState state = DeliveryState.PENDING;

    /** It may still be sent, or is being sent: always while PENDING or SENDING. */
    boolean underWay = true;

    int tries;
    @Nullable Instant notBefore;
    @Nullable Trouble trouble;
    boolean mayBeTwice;

    /** The operator put it back: it goes out whoever answers. */
    boolean resent;

    @Nullable String platformId;
    Instant createdAt;

    /** When it came in, or was sent last. */
    Instant changedAt;

    OutboxRow(
            long id,
            MessageId message,
            ConversationId conversation,
            Author author,
            int ordinal,
            Address address,
            Instant createdAt) {
        this.id = id;
        this.message = message;
        this.conversation = conversation;
        this.author = author;
        this.ordinal = ordinal;
        this.address = address;
        this.createdAt = createdAt;
        this.changedAt = createdAt;
        this.markup = "";
        this.plain = "";
    }

    Part part() {
        return new Part(
                id,
                message,
                conversation,
                address,
                ordinal,
                of,
                markup,
                plain,
                author == Author.OPERATOR,
                state,
                tries,
                notBefore,
                trouble,
                mayBeTwice,
                platformId,
                createdAt);
    }

    /** Another part of the same message. */
    OutboxRow later(int which) {
        OutboxRow row =
                new OutboxRow(id + which, message, conversation, author, which, address, createdAt);
        row.of = of;
        row.notBefore = notBefore;
        row.trouble = trouble;
        row.resent = resent;
        row.changedAt = changedAt;
        return row;
    }

    /** It is to be sent, at its time. */
    boolean waits() {
        return underWay && state != DeliveryState.SENDING && !isInterrupted();
    }

    /** Nobody has said yet what is to become of it. */
    boolean isInterrupted() {
        return underWay && state == DeliveryState.UNKNOWN && notBefore == null;
    }

    boolean waitsAt(Instant now) {
        return waits() && (notBefore == null || !notBefore.isAfter(now));
    }

    /** The model's, and the operator has not asked for it. */
    boolean isOnlyOfTheModel() {
        return author == Author.ASSISTANT && !resent;
    }

    void begin(Instant now) {
        mayBeTwice |= state == DeliveryState.UNKNOWN;
        to(DeliveryState.SENDING, true, null);
        tries++;
        changedAt = now;
    }

    void waitUntil(@Nullable Instant at, @Nullable Trouble why) {
        to(DeliveryState.PENDING, true, why);
        notBefore = at;
    }

    /**
     * @param at when it is sent again; null while that is not decided
     */
    void doubt(@Nullable Instant at) {
        to(DeliveryState.UNKNOWN, true, null);
        notBefore = at;
    }

    /** It is not sent again. What may have arrived has not failed. */
    void giveUp(@Nullable Trouble why) {
        boolean sent = state == DeliveryState.SENDING || state == DeliveryState.UNKNOWN;
        to(sent ? DeliveryState.UNKNOWN : DeliveryState.FAILED, false, why);
    }

    void fail(@Nullable Trouble why) {
        to(DeliveryState.FAILED, false, why);
    }

    /** The platform has it, or more. */
    void reach(DeliveryState next, @Nullable Trouble why) {
        to(next, false, next == DeliveryState.FAILED ? why : null);
    }

    void sendAgain(Instant now) {
        to(DeliveryState.PENDING, true, null);
        tries = 0;
        resent = true;
        platformId = null; // what is said of it from now on is about what did not arrive
        createdAt = now;
        changedAt = now;
    }

    private void to(DeliveryState next, boolean mayBeSent, @Nullable Trouble why) {
        state = next;
        underWay = mayBeSent;
        notBefore = null;
        trouble = why;
    }
}
