package app.prosa.storage;

import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Trouble;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How messages come into the outbox, and what takes them back out. Under the lock of the
 * conversation's row, as all changes of what goes out: so a message is either out before somebody
 * asks for silence, or stays.
 */
final class Outgoing {
    private Outgoing() {}

    /** A whole message is to go out. */
    static void put(Tx tx, CorrespondentRow to, Message message, Instant now) throws SQLException {
        OutboxRow row =
                new OutboxRow(
                        tx.nextNumber() * OutboxRow.PARTS,
                        message.id(),
                        message.conversationId(),
                        message.author(),
                        0,
                        to.address,
                        now);
        row.markup = message.text();
        row.plain = message.text();
        Trouble obstacle = to.obstacle();
        if (obstacle != null) {
            row.fail(obstacle); // whoever wrote it is to see that it does not arrive
        }
        OutboxRows.insert(tx, row);
    }

    /** A person said it in the platform's own app, so it is there already. */
    static void elsewhere(Tx tx, Address to, Message said, String platformId, Instant now)
            throws SQLException {
        OutboxRow row =
                new OutboxRow(
                        tx.nextNumber() * OutboxRow.PARTS,
                        said.id(),
                        said.conversationId(),
                        said.author(),
                        0,
                        to,
                        now);
        row.of = 1;
        row.markup = said.text();
        row.plain = said.text();
        row.platformId = platformId;
        row.reach(DeliveryState.SENT, null);
        OutboxRows.insert(tx, row);
        EarlyReports.tell(tx, row, platformId);
        OutboxRows.save(tx, row);
    }

    /** The operator said something; it goes out if there is somebody. */
    static void byHand(Tx tx, ConversationRow row, Message said) throws SQLException {
        Optional<CorrespondentRow> to =
                row.isOwn() || said.text().isBlank()
                        ? Optional.empty()
                        : CorrespondentRows.find(tx, row.number);
        if (to.isPresent()) {
            put(tx, to.get(), said, said.createdAt());
        }
    }

    /** The model does not answer any more: nothing is due, and what it said stays here. */
    static void takeOver(Tx tx, ConversationRow row) throws SQLException {
        DueRows.delete(tx, row.number);
        recall(tx, row.number, OutboxRow::isOnlyOfTheModel, Trouble.TAKEN_OVER);
    }

    /** What is on its way to somebody, and is not being sent, stays here. */
    static void recall(Tx tx, long conversation, Trouble why) throws SQLException {
        recall(tx, conversation, row -> true, why);
    }

    private static void recall(Tx tx, long conversation, Predicate<OutboxRow> which, Trouble why)
            throws SQLException {
        for (OutboxRow row : OutboxRows.underWay(tx, conversation)) {
            if (row.state != DeliveryState.SENDING && which.test(row)) {
                row.giveUp(why);
                OutboxRows.save(tx, row);
            }
        }
    }

    /** Why a part may not be sent, or null. */
    static @Nullable Trouble obstacle(Tx tx, ConversationRow in, OutboxRow row)
            throws SQLException {
        Optional<CorrespondentRow> to = CorrespondentRows.find(tx, in.number);
        Trouble obstacle = to.isEmpty() ? Trouble.NOT_ADMITTED : to.get().obstacle();
        boolean takenOver = row.isOnlyOfTheModel() && in.mode != Mode.AUTO;
        return obstacle == null && takenOver ? Trouble.TAKEN_OVER : obstacle;
    }

    /** Keeps what became of a part. One that failed takes the later ones of its message with it. */
    static Delivery save(Tx tx, OutboxRow part) throws SQLException {
        OutboxRows.save(tx, part);
        if (part.state == DeliveryState.FAILED) {
            for (OutboxRow later : OutboxRows.of(tx, part.message)) {
                boolean stays = later.underWay && later.state != DeliveryState.SENDING;
                if (stays && later.ordinal > part.ordinal) {
                    later.giveUp(Trouble.PART_MISSING);
                    OutboxRows.save(tx, later);
                }
            }
        }
        return delivery(OutboxRows.of(tx, part.message));
    }

    /** How far a message is. */
    static Delivery delivery(List<OutboxRow> parts) {
        OutboxRow worst = parts.getFirst();
        for (OutboxRow part : parts) {
            worst = isWorse(part, worst) ? part : worst;
        }
        boolean twice = parts.stream().anyMatch(part -> part.mayBeTwice);
        return new Delivery(worst.message, worst.state, worst.trouble, twice);
    }

    /** What failed by itself says more than what failed with it. */
    private static boolean isWorse(OutboxRow one, OutboxRow other) {
        boolean failed = one.state == DeliveryState.FAILED;
        if (failed != (other.state == DeliveryState.FAILED)) {
            return failed;
        }
        return failed
                ? other.trouble == Trouble.PART_MISSING && one.trouble != Trouble.PART_MISSING
                : one.state.compareTo(other.state) < 0;
    }

    /** Forgets all that a conversation has with a channel. */
    static void forget(Tx tx, long conversation) throws SQLException {
        DueRows.delete(tx, conversation);
        MediaRows.delete(tx, conversation);
        tx.update("DELETE FROM outbox WHERE conversation = ?", conversation);
        CorrespondentRows.delete(tx, conversation);
    }
}
