package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Transactions, each begun and ended on the thread that asks for it. */
final class Transactions {
    private static final int TRIES = 5;

    private final Connections connections;
    private final Dialect dialect;
    private final Numbering numbering;
    private final Busy busy;
    private final @Nullable Follower follower;
    private final Before before;

    /**
     * What is done within one transaction; it may be called again when the database asks for it.
     */
    interface Work<T> {
        T in(Tx tx) throws SQLException;
    }

    /** What is read within one transaction. */
    interface Reading<T> {
        T in(Reads reads) throws SQLException;
    }

    /** What is seen to before each transaction. */
    interface Before {
        void in(Connection connection) throws SQLException;
    }

    /**
     * @param follower what makes them durable; null where the database does by itself
     */
    Transactions(
            Connections connections,
            Dialect dialect,
            Numbering numbering,
            Busy busy,
            @Nullable Follower follower,
            Before before) {
        this.connections = connections;
        this.dialect = dialect;
        this.numbering = numbering;
        this.busy = busy;
        this.follower = follower;
        this.before = before;
    }

    /**
     * Runs a transaction, again if the database asks for it.
     *
     * @throws StoreException when the database fails
     */
    <T> T run(String attempted, Work<T> work) {
        for (int tried = 1; ; tried++) {
            try {
                return once(work);
            } catch (SQLException e) {
                if (tried == TRIES || !SqlFailures.isWorthRepeating(e)) {
                    throw failed(attempted, e);
                }
            }
        }
    }

    /** Runs a transaction; it is durable when this returns, and undone when this throws. */
    <T> T once(Work<T> work) throws SQLException {
        return connections.lend(connection -> {
            before.in(connection);
            Tx tx = new Tx(connection, dialect, numbering, busy);
            T result = work.in(tx);
            commit(connection, tx);
            tx.committed();
            return result;
        });
    }

    private void commit(Connection connection, Tx tx) throws SQLException {
        if (follower == null) {
            connection.commit();
        } else {
            follower.commit(connection, tx);
        }
    }

    /**
     * H2 closes a database that it cannot write to, and it stays closed until the last connection
     * is: without them the next call opens it anew, and works if the disk has room again.
     */
    StoreException failed(String attempted, SQLException thrown) {
        if (SqlFailures.isClosed(thrown)) {
            connections.forget();
        }
        return SqlFailures.of(attempted, thrown);
    }
}
