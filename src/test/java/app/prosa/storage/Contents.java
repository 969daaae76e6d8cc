package app.prosa.storage;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** All that a database holds of conversations, row by row, to be compared with another one. */
final class Contents {
    private static final List<String> TABLES =
            List.of(
                    "CONVERSATION",
                    "MESSAGE",
                    "ATTACHMENT",
                    "EXTERNAL_NAME",
                    "DRAFT",
                    "BUSY",
                    "CORRESPONDENT",
                    "MEDIA",
                    "DUE_TURN",
                    "OUTBOX",
                    "EARLY_REPORT",
                    "EARLY_REPORT_LAST",
                    "LEASE");

    private Contents() {}

    static List<String> of(Database database) {
        return database.read("test", Contents::all);
    }

    private static List<String> all(Reads reads) throws SQLException {
        List<String> all = new ArrayList<>();
        for (String table : TABLES) {
            List<String> columns =
                    reads.list(
                            "SELECT column_name FROM information_schema.columns"
                                    + " WHERE table_name = ? ORDER BY ordinal_position",
                            Row::text,
                            table);
            all.addAll(
                    reads.list(
                            "SELECT * FROM " + table + " ORDER BY 1",
                            row -> line(table, columns, row)));
        }
        return all;
    }

    private static String line(String table, List<String> columns, Row row) throws SQLException {
        StringBuilder line = new StringBuilder(table);
        for (String column : columns) {
            line.append(' ').append(column).append('=').append(row.textOrNull());
        }
        return line.toString();
    }
}
