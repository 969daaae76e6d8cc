package app.prosa.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * Lends connections.
 *
 * <p>H2 gives its file up when it cannot write to it, be it for a rollback, and whoever has a
 * connection then, or gets it a moment later, meets a database that is closed: with words that say
 * nothing of the disk, and though there may be room again. So no connection goes back that belongs
 * to a file given up, and what met one is done again: the next one opens the file anew, which works
 * or says what is wrong with the disk.
 */
final class Connections {
    private static final int TRIES = 5;

    private final HikariDataSource pool;

    /** What is done with a connection; whatever it left undone when it throws is rolled back. */
    interface Use<T> {
        T with(Connection connection) throws SQLException;
    }

    Connections(HikariDataSource pool) {
        this.pool = pool;
    }

    /**
     * @param use may be called again
     */
    <T> T lend(Use<T> use) throws SQLException {
        for (int tried = 1; ; tried++) {
            try {
                return once(use);
            } catch (SQLException e) {
                if (tried == TRIES || !SqlFailures.foundClosed(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> T once(Use<T> use) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            boolean done = false;
            try {
                T result = use.with(connection);
                done = true;
                return result;
            } catch (SQLException e) {
                throw H2File.isGivenUp(connection) ? SqlFailures.closed(e) : e;
            } finally {
                if (!done) {
                    undo(connection);
                }
            }
        }
    }

    private void undo(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // Whatever made it roll back is on its way out and says more.
        }
        if (H2File.isGivenUp(connection)) {
            forget();
        }
    }

    /**
     * Lends none of those again that there are now. H2 opens its file anew once all of them are
     * closed.
     */
    void forget() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }
}
