package app.prosa.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction may be asked. Parameters are what JDBC takes as objects on both databases:
 * UUID, String, Integer, Long, Double, Boolean, byte[] or null.
 */
sealed class Reads permits Tx {
    private final Connection connection;

    Reads(Connection connection) {
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

    /** As many question marks as there are values, for an IN list. */
    static String marks(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    final PreparedStatement prepare(String sql, @Nullable Object... parameters)
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

    static void bind(PreparedStatement statement, @Nullable Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
