package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Hold;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correspondent while a transaction holds the row of the conversation: changed here, written back
 * whole by {@link CorrespondentRows#save}.
 */
final class CorrespondentRow {
    final long number;
    final ConversationId conversation;
    Address address;
    String name = "";
    String handle = "";
    Standing standing;
    boolean optedOut;
    boolean reachable = true;
    Instant heardAt;
    int held;

    CorrespondentRow(
            long number,
            ConversationId conversation,
            Address address,
            Standing standing,
            Instant heardAt) {
        this.number = number;
        this.conversation = conversation;
        this.address = address;
        this.standing = standing;
        this.heardAt = heardAt;
    }

    /** The same, to be changed apart from this one. */
    CorrespondentRow copy() {
        CorrespondentRow copy =
                new CorrespondentRow(number, conversation, address, standing, heardAt);
        copy.name = name;
        copy.handle = handle;
        copy.optedOut = optedOut;
        copy.reachable = reachable;
        copy.held = held;
        return copy;
    }

    /** Who wrote this, if nobody had heard of them before. */
    static CorrespondentRow of(long number, ConversationId conversation, Arrival arrival) {
        Instant sentAt = SqlConversationStore.cut(arrival.sentAt());
        CorrespondentRow row =
                new CorrespondentRow(
                        number, conversation, arrival.address(), arrival.newcomer(), sentAt);
        row.hear(arrival);
        return row;
    }

    /** They wrote, and what they wrote may have to wait for the operator. */
    void take(Arrival arrival) {
        hear(arrival);
        boolean wanted = standing != Standing.BARRED;
        boolean waits = standing == Standing.WAITING || arrival.wish() instanceof Hold;
        held += wanted && waits ? 1 : 0;
    }

    /** What comes late says nothing about where they are now. */
    private void hear(Arrival arrival) {
        Instant sentAt = SqlConversationStore.cut(arrival.sentAt());
        reachable = true;
        if (sentAt.isBefore(heardAt)) {
            return;
        }
        heardAt = sentAt;
        address = arrival.address();
        name = arrival.name().isBlank() ? name : PlainText.of(arrival.name());
        handle = arrival.handle().isBlank() ? handle : PlainText.of(arrival.handle());
    }

    Correspondent correspondent() {
        return new Correspondent(
                conversation, address, name, handle, standing, optedOut, reachable, heardAt, held);
    }

    boolean mayBeWrittenTo() {
        return obstacle() == null;
    }

    /** Why nothing may be sent to them, or null. */
    @Nullable Trouble obstacle() {
        if (standing != Standing.ADMITTED) {
            return Trouble.NOT_ADMITTED;
        }
        if (optedOut) {
            return Trouble.OPTED_OUT;
        }
        return reachable ? null : Trouble.BLOCKED;
    }

    /** Whether the operator has to say something. */
    boolean waits() {
        return standing == Standing.WAITING || held > 0;
    }
}
