package app.prosa.storage;

import static app.prosa.storage.SqlConversationStore.cut;

import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox.Again;
import app.prosa.conversation.delivery.Outbox.Failed;
import app.prosa.conversation.delivery.Outbox.Lost;
import app.prosa.conversation.delivery.Outbox.Outcome;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Outbox.Unsure;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What becomes of parts, under the lock of their conversation's row. */
final class Sending {
    private Sending() {}

    static Optional<Part> split(Tx tx, OutboxRow whole, List<Part.Text> texts) throws SQLException {
        if (texts.size() > OutboxRow.PARTS) {
            throw new IllegalArgumentException("Too many parts: " + texts.size());
        }
        if (whole.of > 0 || !whole.waits()) {
            return Optional.empty();
        }
        if (texts.isEmpty()) {
            OutboxRows.delete(tx, whole); // there is nothing to be sent
            return Optional.empty();
        }
        whole.of = texts.size();
        for (int ordinal = 0; ordinal < texts.size(); ordinal++) {
            OutboxRow part = ordinal == 0 ? whole : whole.later(ordinal);
            part.markup = texts.get(ordinal).markup();
            part.plain = texts.get(ordinal).plain();
            if (ordinal == 0) {
                OutboxRows.saveTexts(tx, part);
            } else {
                OutboxRows.insert(tx, part);
            }
        }
        return Optional.of(whole.part());
    }

    static Optional<Part> begin(Tx tx, ConversationRow row, OutboxRow part, Instant now)
            throws SQLException {
        if (part.of == 0 || !part.waitsAt(now) || !isFirst(tx, row, part)) {
            return Optional.empty();
        }
        Trouble obstacle = Outgoing.obstacle(tx, row, part);
        if (obstacle != null) {
            part.giveUp(obstacle);
            Outgoing.save(tx, part);
            return Optional.empty();
        }
        part.begin(now);
        OutboxRows.save(tx, part);
        return Optional.of(part.part());
    }

    /** Nothing before it waits, and nothing is being sent. */
    private static boolean isFirst(Tx tx, ConversationRow row, OutboxRow part) throws SQLException {
        for (OutboxRow other : OutboxRows.underWay(tx, row.number)) {
            boolean before = other.id < part.id || other.state == DeliveryState.SENDING;
            if (before && other.address.account().equals(part.address.account())) {
                return false;
            }
        }
        return true;
    }

    static Optional<Delivery> settle(Tx tx, ConversationRow row, OutboxRow part, Outcome outcome)
            throws SQLException {
        if (part.state.compareTo(DeliveryState.SENT) >= 0) {
            return Optional.of(Outgoing.delivery(OutboxRows.of(tx, part.message)));
        }
        switch (outcome) {
            case Sent sent -> {
                part.reach(DeliveryState.SENT, null);
                part.platformId = sent.platformId();
                EarlyReports.tell(tx, part, sent.platformId());
            }
            case Again again -> {
                part.waitUntil(cut(again.at()), again.why());
                giveUpIfInVain(tx, row, part);
            }
            case Failed failed -> part.fail(failed.why());
            case Unsure unsure -> {
                part.doubt(cut(unsure.againAt()));
                giveUpIfInVain(tx, row, part);
            }
            case Lost _ -> {
                part.doubt(null);
                part.giveUp(null);
            }
        }
        return Optional.of(Outgoing.save(tx, part));
    }

    /** Somebody else than the answer of the sending says what the platform calls it. */
    static Optional<Delivery> confirm(Tx tx, ConversationRow row, OutboxRow part, String platformId)
            throws SQLException {
        boolean open = part.state == DeliveryState.SENDING || part.state == DeliveryState.UNKNOWN;
        return open ? settle(tx, row, part, new Sent(platformId)) : Optional.empty();
    }

    /** What may not be sent any more would wait for ever. */
    private static void giveUpIfInVain(Tx tx, ConversationRow row, OutboxRow part)
            throws SQLException {
        Trouble obstacle = Outgoing.obstacle(tx, row, part);
        if (obstacle != null) {
            part.giveUp(obstacle);
        }
    }

    static Optional<Delivery> report(
            Tx tx, OutboxRow part, DeliveryState state, @Nullable Trouble why) throws SQLException {
        if (!part.state.mayBecome(state)) {
            return Optional.empty();
        }
        Delivery before = Outgoing.delivery(OutboxRows.of(tx, part.message));
        part.reach(state, why);
        Delivery after = Outgoing.save(tx, part);
        return after.equals(before) ? Optional.empty() : Optional.of(after);
    }

    static Optional<Delivery> resend(Tx tx, ConversationRow row, MessageId message, Instant now)
            throws SQLException {
        Optional<CorrespondentRow> to =
                CorrespondentRows.find(tx, row.number).filter(CorrespondentRow::mayBeWrittenTo);
        List<OutboxRow> parts = OutboxRows.of(tx, message);
        boolean any = false;
        for (OutboxRow part : parts) {
            if (to.isPresent() && part.state == DeliveryState.FAILED) {
                part.sendAgain(now);
                OutboxRows.save(tx, part);
                any = true;
            }
        }
        return any ? Optional.of(Outgoing.delivery(parts)) : Optional.empty();
    }

    static List<Part> interrupt(Tx tx, String account) throws SQLException {
        List<Part> parts = new ArrayList<>();
        for (long conversation : OutboxQueries.interrupted(tx, account)) {
            ConversationRows.hold(tx, conversation);
            for (OutboxRow part : OutboxRows.underWay(tx, conversation)) {
                if (part.address.account().equals(account) && isInterrupted(tx, part)) {
                    parts.add(part.part());
                }
            }
        }
        parts.sort(Comparator.comparingLong(Part::id));
        return parts;
    }

    private static boolean isInterrupted(Tx tx, OutboxRow part) throws SQLException {
        if (part.state == DeliveryState.SENDING) {
            part.doubt(null);
            OutboxRows.save(tx, part);
        }
        return part.isInterrupted();
    }
}
