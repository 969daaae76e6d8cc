package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of H2 itself, which {@link Tidying} relies on. */
class FileSpaceTest {
    private static final int ROWS = 500;
    private static final int MOVES = 20_000;
    private static final int MOVES_A_CHUNK = 500;
    private static final int MOST_ROUNDS = 200;
    private static final int AT_A_TIME = 1 << 20;
    private static final int WELL_USED = 60;

    @TempDir Path directory;

    /**
     * The list of conversations is an index whose rows move to its end with each message. H2 2.5
     * counted some of the pages that it left there as used for ever, and so each chunk with one.
     */
    @Test
    void what_an_index_whose_rows_move_has_left_behind_is_given_back() throws SQLException {
        try (Connection connection = H2File.source(directory).getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("create table moving (id bigint primary key, at bigint)");
                statement.execute("create index moving_list on moving (at, id)");
                statement.execute(
                        "insert into moving select x, x from system_range(1, %d)".formatted(ROWS));
            }
            MVStore store = H2File.store(connection);
            store.setRetentionTime(0);
            move(connection, store);
            for (int i = 0; i < MOST_ROUNDS && fillRate(store) < WELL_USED; i++) {
                store.compact(WELL_USED, AT_A_TIME);
                store.commit();
            }
            assertTrue(fillRate(store) >= WELL_USED, () -> fillRate(store) + " % in use");
        }
    }

    private static void move(Connection connection, MVStore store) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update moving set at = ? where id = ?")) {
            for (int i = 1; i <= MOVES; i++) {
                update.setLong(1, ROWS + i);
                update.setLong(2, 1 + i % ROWS);
                update.executeUpdate();
                if (i % MOVES_A_CHUNK == 0) {
                    store.commit();
                }
            }
        }
    }

    private static int fillRate(MVStore store) {
        return store.getFileStore().getChunksFillRate();
    }
}
