package app.prosa.storage;

import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Answer;
import app.prosa.conversation.delivery.Arrival.Hold;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Standing;
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
        Optional<CorrespondentRow> known = CorrespondentRows.find(tx, number);
        CorrespondentRow who =
                known.isPresent()
                        ? known.get()
                        : CorrespondentRow.of(number, received.conversation().id(), arrival);
        if (received.repeat()) {
            return new Arrived(alone(received), who.correspondent(), due(tx, number), false);
        }
        who.hear(arrival);
        who.held += isHeld(arrival, who) ? 1 : 0;
        if (known.isPresent()) {
            CorrespondentRows.save(tx, who);
        } else {
            CorrespondentRows.insert(tx, who);
        }
        MediaRows.insert(tx, received.message().id(), arrival.media());
        Instant due = schedule(tx, arrival, received, who, now);
        return new Arrived(received, who.correspondent(), due, known.isEmpty());
    }

    private static String with(Arrival arrival) {
        return PlainText.of(arrival.name().isBlank() ? arrival.handle() : arrival.name());
    }

    private static Received alone(Received repeat) {
        return new Received(repeat.conversation(), repeat.message(), null, true);
    }

    private static @Nullable Instant due(Reads reads, long number) throws SQLException {
        return DueRows.find(reads, number).map(due -> due.dueAt).orElse(null);
    }

    private static boolean isHeld(Arrival arrival, CorrespondentRow who) {
        return who.standing == Standing.WAITING
                || (arrival.wish() instanceof Hold && who.standing != Standing.BARRED);
    }

    private static @Nullable Instant schedule(
            Tx tx, Arrival arrival, Received received, CorrespondentRow who, Instant now)
            throws SQLException {
        boolean answered = received.conversation().mode() == Mode.AUTO && who.mayBeWrittenTo();
        return answered && arrival.wish() instanceof Answer wish
                ? DueRows.edit(tx, who, now, due -> due.add(wish, now)).dueAt
                : null;
    }
}
