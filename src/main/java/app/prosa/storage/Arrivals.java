package app.prosa.storage;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Answer;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.storage.Correspondences.Correspondence;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a message comes in by a channel. */
final class Arrivals {
    private Arrivals() {}

    /** Ends with a duplicate key when {@link Inbox#accept} does. */
    static Arrived accept(Tx tx, Arrival arrival, Instant now) throws SQLException {
        Received received = Inbox.accept(tx, arrival.message(), with(arrival), false, now);
        long number = Numbers.conversation(received.message().id());
        Optional<CorrespondentRow> before = CorrespondentRows.find(tx, number);
        CorrespondentRow who =
                before.isPresent()
                        ? before.get()
                        : CorrespondentRow.of(number, received.conversation().id(), arrival);
        if (received.repeat()) {
            Instant due = DueRows.find(tx, number).map(row -> row.dueAt).orElse(null);
            return new Arrived(alone(received), who.correspondent(), due, false);
        }
        who.take(arrival);
        if (before.isPresent()) {
            CorrespondentRows.save(tx, who);
        } else {
            CorrespondentRows.insert(tx, who);
        }
        MediaRows.insert(tx, received.message().id(), arrival.media());
        Answer wish = answer(arrival, received.conversation(), who);
        DueRow due = wish == null ? null : DueRows.edit(tx, who, now, row -> row.add(wish, now));
        if (due != null || before.isEmpty()) {
            boolean media = MediaRows.isAny(tx, number);
            Correspondence known = new Correspondence(who, due, received.message().id(), media);
            tx.teaches(all -> all.put(known));
        }
        return arrived(received, who, due, before.isEmpty());
    }

    /** With whom the conversation is, for its title; may be empty. */
    static String with(Arrival arrival) {
        return PlainText.of(arrival.name().isBlank() ? arrival.handle() : arrival.name());
    }

    private static Received alone(Received repeat) {
        return new Received(repeat.conversation(), repeat.message(), null, true);
    }

    /** How it is to be answered, or null where it is not. */
    static @Nullable Answer answer(Arrival arrival, Conversation in, CorrespondentRow who) {
        boolean answered = in.mode() == Mode.AUTO && who.mayBeWrittenTo();
        return answered && arrival.wish() instanceof Answer wish ? wish : null;
    }

    static Arrived arrived(
            Received received, CorrespondentRow who, @Nullable DueRow due, boolean first) {
        return new Arrived(received, who.correspondent(), due == null ? null : due.dueAt, first);
    }
}
