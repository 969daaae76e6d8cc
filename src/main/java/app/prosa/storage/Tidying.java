package app.prosa.storage;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Gives space in H2's file back while it is in use. A commit writes changed pages anew and leaves
 * the old ones behind in chunks that hold something still; what is still used of them moves into
 * the next commit, and the chunk becomes free. On the thread of {@link Writers}, beside no change.
 */
final class Tidying implements Runnable {
    /** In commits. */
    private static final int EVERY = 256;

    /** Chunks are tidied while less than this of them is in use, in percent. */
    private static final int IN_USE = 70;

    /** What is moved at a time, in bytes; some milliseconds. */
    private static final int AT_A_TIME = 1 << 20;

    private final HikariDataSource pool;
    private int commits;

    Tidying(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void run() {
        commits++;
        if (commits % EVERY == 0) {
            tidy();
        }
    }

    private void tidy() {
        try (Connection connection = pool.getConnection()) {
            store(connection).compact(IN_USE, AT_A_TIME);
        } catch (SQLException | MVStoreException e) {
            // The database is closed, or failed: whoever changes it next is told.
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
