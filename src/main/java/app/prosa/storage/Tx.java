package app.prosa.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction that is lent to {@link Transactions.Work}. */
final class Tx extends Reads {
    private final Connection connection;
    private final Dialect dialect;
    private final Busy busy;
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Connection connection, Dialect dialect, Busy busy) {
        super(connection);
        this.connection = connection;
        this.dialect = dialect;
        this.busy = busy;
    }

    Busy busy() {
        return busy;
    }

    /** Runs once the transaction is durable, and never if it is undone. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** A query whose rows stay as they are until the transaction ends. */
    String locking(String sql) {
        return sql + dialect.lock();
    }

    /** The number of a new conversation. */
    long nextNumber() throws SQLException {
        return first(dialect.nextNumber(), Row::big).orElseThrow();
    }

    /**
     * @return how many rows were touched
     */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Runs one statement for each set of parameters. */
    void batch(String sql, Collection<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
