package app.prosa.storage;

import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Leases;
import java.sql.SQLException;
import java.time.Instant;

/** The rows of the table {@code lease}. */
final class SqlLeases implements Leases {
    private static final String TAKE =
            "UPDATE lease SET owner = ?, until_at = ?"
                    + " WHERE name = ? AND (owner = ? OR until_at <= ?)";

    private static final String INSERT =
            "INSERT INTO lease (owner, until_at, name) VALUES (?, ?, ?)";

    private final Database database;

    SqlLeases(Database database) {
        this.database = database;
    }

    @Override
    public boolean take(String name, String owner, Instant until, Instant now) {
        try {
            return database.inTransaction("take a lease", tx -> take(tx, name, owner, until, now));
        } catch (StoreException e) {
            if (SqlFailures.isDuplicate(e.getCause())) {
                return false; // another program was quicker
            }
            throw e;
        }
    }

    private static boolean take(Tx tx, String name, String owner, Instant until, Instant now)
            throws SQLException {
        long end = until.toEpochMilli();
        if (tx.update(TAKE, owner, end, name, owner, now.toEpochMilli()) > 0) {
            return true;
        }
        boolean taken =
                tx.first("SELECT 1 FROM lease WHERE name = ?", Row::number, name).isPresent();
        return !taken && tx.update(INSERT, owner, end, name) > 0;
    }

    @Override
    public void release(String name, String owner) {
        database.inTransaction(
                "release a lease",
                tx -> tx.update("DELETE FROM lease WHERE name = ? AND owner = ?", name, owner));
    }

    /** Whoever had one has ended. */
    static void free(Tx tx) throws SQLException {
        tx.update("DELETE FROM lease");
    }
}
