package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationStore.Place;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What a conversation is found under. */
sealed interface Group {
    /** The ones that have a name, in the order of the list. */
    enum Named implements Group {
        PINNED,
        TODAY,
        YESTERDAY,
        WEEK,
        MONTH
    }

    /** A month of the calendar; below all others. */
    record Month(YearMonth month) implements Group {}

    static Group of(Place place, LocalDate today, ZoneId zone) {
        if (place.pinned()) {
            return Named.PINNED;
        }
        LocalDate day = LocalDate.ofInstant(place.updatedAt(), zone);
        long ago = ChronoUnit.DAYS.between(day, today);
        if (ago <= 0) {
            return Named.TODAY;
        }
        if (ago == 1) {
            return Named.YESTERDAY;
        }
        if (ago <= 7) {
            return Named.WEEK;
        }
        return ago <= 30 ? Named.MONTH : new Month(YearMonth.from(day));
    }
}
