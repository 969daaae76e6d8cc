package app.prosa.desktop.conversations;

import app.prosa.conversation.Conversation;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** What a conversation is found under. In the order of the list. */
sealed interface Group {
    /** The ones that have a name. */
    enum Named implements Group {
        PINNED(0),
        TODAY(1),
        YESTERDAY(2),
        WEEK(3),
        MONTH(4);

        private final int order;

        Named(int order) {
            this.order = order;
        }

        @Override
        public int order() {
            return order;
        }
    }

    /**
     * A month of the calendar.
     *
     * @param ago how many months it lies back
     */
    record Month(YearMonth month, int ago) implements Group {
        @Override
        public int order() {
            return Named.MONTH.order() + 1 + ago;
        }
    }

    /** Lower ones stand above. */
    int order();

    static Group of(Conversation conversation, LocalDate today, ZoneId zone) {
        if (conversation.pinned()) {
            return Named.PINNED;
        }
        LocalDate day = LocalDate.ofInstant(conversation.updatedAt(), zone);
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
        return ago <= 30 ? Named.MONTH : month(YearMonth.from(day), YearMonth.from(today));
    }

    private static Month month(YearMonth month, YearMonth now) {
        return new Month(month, Math.toIntExact(ChronoUnit.MONTHS.between(month, now)));
    }
}
