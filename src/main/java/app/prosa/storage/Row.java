package app.prosa.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The current row of a result, read from its first column to its last. Each call takes the next
 * column; a name does not have to be looked up, which is a good part of the cost of a small query.
 */
final class Row {
    /** Makes a value of one row. */
    interface Mapper<T> {
        T map(Row row) throws SQLException;
    }

    private final ResultSet results;
    private int column;

    Row(ResultSet results) {
        this.results = results;
    }

    boolean next() throws SQLException {
        column = 0;
        return results.next();
    }

    UUID uuid() throws SQLException {
        return results.getObject(++column, UUID.class);
    }

    @Nullable UUID uuidOrNull() throws SQLException {
        return results.getObject(++column, UUID.class);
    }

    String text() throws SQLException {
        return results.getString(++column);
    }

    @Nullable String textOrNull() throws SQLException {
        return results.getString(++column);
    }

    boolean flag() throws SQLException {
        return results.getBoolean(++column);
    }

    int number() throws SQLException {
        return results.getInt(++column);
    }

    @Nullable Integer numberOrNull() throws SQLException {
        int value = results.getInt(++column);
        return results.wasNull() ? null : value;
    }

    long big() throws SQLException {
        return results.getLong(++column);
    }

    @Nullable Long bigOrNull() throws SQLException {
        long value = results.getLong(++column);
        return results.wasNull() ? null : value;
    }

    @Nullable Double realOrNull() throws SQLException {
        double value = results.getDouble(++column);
        return results.wasNull() ? null : value;
    }

    byte[] bytes() throws SQLException {
        return results.getBytes(++column);
    }

    Instant instant() throws SQLException {
        return Instant.ofEpochMilli(big());
    }

    @Nullable Instant instantOrNull() throws SQLException {
        long value = big();
        return results.wasNull() ? null : Instant.ofEpochMilli(value);
    }

    @Nullable Duration durationOrNull() throws SQLException {
        long value = big();
        return results.wasNull() ? null : Duration.ofMillis(value);
    }
}
