package app.prosa.storage;

import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Trouble;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What a platform said of messages that nobody knew by then: the rows of the table {@code
 * early_report}. A status can overtake the answer to the sending that names the message, and comes
 * no second time. They have no time, so what is kept is bounded by its number; most of them are
 * about what others sent through the same account.
 */
final class EarlyReports {
    private static final int MOST = 10_000;

    private static final String INSERT =
            "INSERT INTO early_report (number, account, platform_id, state, trouble)"
                    + " VALUES (?, ?, ?, ?, ?)";

    private static final String FIND =
            "SELECT state, trouble FROM early_report WHERE account = ? AND platform_id = ?"
                    + " ORDER BY number";

    private EarlyReports() {}

    private record Report(DeliveryState state, @Nullable Trouble why) {
        static Report read(Row row) throws SQLException {
            DeliveryState state = DeliveryState.valueOf(row.text());
            String why = row.textOrNull();
            return new Report(state, why == null ? null : Trouble.valueOf(why));
        }
    }

    /**
     * Of a report and the end of a sending at the same moment, one comes after the other from here
     * on. Taken before any conversation's lock.
     *
     * @return the number of the last one
     */
    static long lock(Tx tx) throws SQLException {
        return tx.first(tx.locking("SELECT number FROM early_report_last"), Row::big).orElseThrow();
    }

    /**
     * @param last what {@link #lock} returned
     */
    static void add(
            Tx tx,
            long last,
            String account,
            String platformId,
            DeliveryState state,
            @Nullable Trouble why)
            throws SQLException {
        long number = last + 1;
        String trouble = why == null ? null : why.name();
        tx.update(INSERT, number, account, platformId, state.name(), trouble);
        tx.update("UPDATE early_report_last SET number = ?", number);
        tx.update("DELETE FROM early_report WHERE number <= ?", number - MOST);
    }

    /** Tells a part that has just got its name what was said of it before. */
    static void tell(Tx tx, OutboxRow part, String name) throws SQLException {
        String account = part.address.account();
        for (Report report : tx.list(FIND, Report::read, account, name)) {
            if (part.state.mayBecome(report.state)) {
                part.reach(report.state, report.why);
            }
        }
        tx.update("DELETE FROM early_report WHERE account = ? AND platform_id = ?", account, name);
    }
}
