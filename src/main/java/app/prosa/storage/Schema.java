package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables: which version of them is there, and how the newest comes to be there. */
final class Schema {
    /** The number of the newest file in {@code db/migration}. */
    static final int NEWEST = 4;

    private static final String LOCATION = "classpath:db/migration";

    /** Flyway's own table; its names are in lower case, quoted, on both databases. */
    private static final String PRESENT =
            "SELECT MAX(CAST(\"version\" AS INT)) FROM \"flyway_schema_history\" WHERE \"success\"";

    private Schema() {}

    /**
     * Migrates when there is something to migrate. Flyway is not even loaded otherwise: it takes
     * more than a second of a start.
     *
     * @throws StoreException NEWER when a newer version of the program was here
     */
    static void bringUpToDate(DataSource source, Dialect dialect) throws SQLException {
        int present = present(source);
        if (present > NEWEST) {
            throw new StoreException(StoreException.Cause.NEWER, "open schema " + present, null);
        }
        if (present < NEWEST) {
            migrate(source, dialect);
        }
    }

    /** The version of the tables, 0 for none. */
    private static int present(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return present(connection);
        }
    }

    /** The version of the tables, 0 for none. */
    static int present(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(PRESENT)) {
            return results.next() ? results.getInt(1) : 0;
        } catch (SQLException e) {
            if (SqlFailures.isMissingTable(e)) {
                return 0;
            }
            throw e;
        }
    }

    private static void migrate(DataSource source, Dialect dialect) {
        Flyway.configure()
                .dataSource(source)
                .locations(LOCATION)
                .placeholders(dialect.types())
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
