package app.prosa.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is lent to {@link Database.Work}. Parameters are what JDBC takes as objects on
 * both databases: UUID, String, Integer, Long, Double, Boolean, byte[] or null.
 */
final class Tx {
    private final Connection connection;
    private boolean wrote;

    Tx(Connection connection) {
        this.connection = connection;
    }

    <T> Optional<T> first(String sql, Row.Mapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            return row.next() ? Optional.of(mapper.map(row)) : Optional.empty();
        }
    }

    <T> List<T> list(String sql, Row.Mapper<T> mapper, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = prepare(sql, parameters);
                ResultSet results = statement.executeQuery()) {
            Row row = new Row(results);
            List<T> list = new ArrayList<>();
            while (row.next()) {
                list.add(mapper.map(row));
            }
            return list;
        }
    }

    /**
     * @return how many rows were touched
     */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        wrote = true;
        try (PreparedStatement statement = prepare(sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** Runs one statement for each set of parameters. */
    void batch(String sql, Collection<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        wrote = true;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Whether there is anything to make durable. */
    boolean wrote() {
        return wrote;
    }

    /** As many question marks as there are values, for an IN list. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private PreparedStatement prepare(String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            bind(statement, parameters);
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
