package app.prosa.storage;

import app.prosa.conversation.StoreException;
import app.prosa.conversation.StoreException.Cause;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.mvstore.MVStore;

/** The H2 database of a data directory. */
final class H2File {
    /**
     * WRITE_DELAY=0 makes each commit durable by itself until the {@link Journal} does, and
     * switches off the thread that tidies the file: it would write beside {@link Writers}. {@link
     * Tidying} does its work.
     *
     * <p>The cache is in KB, and small: the pages of a conversation in use are few, and by default
     * it grows with the heap. A commit writes whole pages, so they are small too: half the size,
     * half the bytes. No trace file: it would hold what people wrote.
     */
    static final String SETTINGS =
            ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000;QUERY_CACHE_SIZE=64"
                    + ";CACHE_SIZE=8192;PAGE_SIZE=2048;TRACE_LEVEL_FILE=0";

    private static final String NAME = "prosa";
    private static final String UNDER_CONSTRUCTION = "prosa-new";
    private static final String ENDING = ".mv.db";

    private H2File() {}

    /** Makes an empty database at a place. */
    interface Builder {
        void build(DataSource source);
    }

    static Path in(Path dataDir) {
        return dataDir.resolve(NAME + ENDING);
    }

    static Path journal(Path dataDir) {
        return dataDir.resolve(NAME + ".journal");
    }

    /** Where that is set aside which the tables refuse. */
    static Path refused(Path dataDir) {
        return dataDir.resolve(NAME + ".refused");
    }

    /** What is under the tables. */
    static MVStore store(Connection connection) throws SQLException {
        SessionLocal session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /** Whether H2 has closed its file because it could not write to it, or read it. */
    static boolean isGivenUp(Connection connection) {
        try {
            return connection.isWrapperFor(JdbcConnection.class) && store(connection).isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    static DataSource source(Path dataDir) {
        return source(dataDir, NAME);
    }

    private static DataSource source(Path dataDir, String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + dataDir.toAbsolutePath().resolve(name) + SETTINGS);
        source.setUser("sa");
        return source;
    }

    /**
     * Sees to it that there is a whole database. A new one gets its name only when its tables are
     * in it, so one without tables is never merely new.
     *
     * @throws StoreException when the one that is there cannot be opened; it is as it was
     */
    static void prepare(Path dataDir, Builder builder) throws IOException {
        Files.createDirectories(dataDir);
        Path file = in(dataDir);
        if (Files.exists(file)) {
            check(file);
            return;
        }
        Path fresh = dataDir.resolve(UNDER_CONSTRUCTION + ENDING);
        Files.deleteIfExists(fresh);
        builder.build(source(dataDir, UNDER_CONSTRUCTION));
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            throw new StoreException(Cause.IN_USE, "make a database", e);
        }
    }

    /** Looks, without writing a byte, at what H2 would pass over in silence. */
    private static void check(Path file) throws IOException {
        if (!Files.isWritable(file)) {
            throw new StoreException(Cause.READ_ONLY, "open", null);
        }
        if (Files.size(file) == 0) {
            throw new StoreException(Cause.CORRUPT, "open an empty file", null);
        }
        boolean closed;
        try (MVStore store = at(file).readOnly().open()) {
            if (hasLost(store) || hasNoTables(store)) {
                throw new StoreException(Cause.CORRUPT, "open a file with parts missing", null);
            }
            closed = isClosed(store);
        }
        if (!closed) {
            findLastCommit(file);
        }
    }

    /**
     * A chunk that goes into a gap is found by the file's header alone, and H2 writes that header
     * before it counts the chunk as its last: after a kill it opens the file one commit too early
     * ({@code FileStore.storeBuffer}, H2 2.4.240). In recovery mode it looks at every chunk
     * instead, some seconds for a gigabyte, and closing then writes a true header.
     */
    private static void findLastCommit(Path file) {
        try (MVStore _ = at(file).recoveryMode().autoCommitDisabled().open()) {
            // Opened to be closed.
        }
    }

    private static MVStore.Builder at(Path file) {
        return new MVStore.Builder().fileName(file.toString());
    }

    private static boolean isClosed(MVStore store) {
        return store.getStoreHeader().containsKey("clean");
    }

    /**
     * H2 goes back to the last whole version that it finds, which is right after a power cut. But a
     * file that was closed says which version it was closed with, and cannot be behind it.
     */
    private static boolean hasLost(MVStore store) {
        Object version = store.getStoreHeader().get("version");
        return isClosed(store)
                && version != null
                && Long.parseLong(version.toString(), 16) > store.getCurrentVersion();
    }

    private static boolean hasNoTables(MVStore store) {
        return store.getMapNames().stream().noneMatch(name -> name.startsWith("table."));
    }
}
