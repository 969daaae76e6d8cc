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
    private final List<Change> changes = new ArrayList<>();
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

    /** What was changed so far. */
    List<Change> changes() {
        return changes;
    }

    /** The number of a new conversation. */
    long nextNumber() throws SQLException {
        long number = first(dialect.nextNumber(), Row::big).orElseThrow();
        changes.add(Change.of(dialect.nextNumber()));
        return number;
    }

    /**
     * @return how many rows were touched
     */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            int touched = statement.executeUpdate();
            changes.add(Change.of(sql, parameters));
            return touched;
        }
    }

    /** Runs what changes nothing that is kept. */
    void command(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.execute();
        }
    }

    /** Does changes once more, as they were done. */
    void again(List<Change> done) throws SQLException {
        for (Change change : done) {
            command(change.sql(), change.parameters().toArray());
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
        rows.forEach(row -> changes.add(Change.of(sql, row)));
    }
}
