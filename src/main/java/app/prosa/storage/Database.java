package app.prosa.storage;

import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.UsageLog;
import app.prosa.conversation.delivery.ChannelStore;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import com.zaxxer.hikari.util.DriverDataSource;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/** The database, open. The door of this package. */
public final class Database implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int FIRST_WITH_JOURNAL = 2;

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final @Nullable Follower follower;
    private final @Nullable Ahead ahead;
    private final @Nullable Backup backup;
    private final Transactions reading;
    private final StoreThreads readers;
    private final Writers writers;
    private final ConversationStore conversations;
    private final ChannelStore channels;

    private Database(Dialect dialect, DataSource source, @Nullable Journal journal) {
        this.dialect = dialect;
        this.pool = new HikariDataSource(pooled(dialect, source));
        Connections connections = new Connections(pool);
        Numbering.InMemory counted = new Numbering.InMemory();
        Numbering numbering =
                journal == null ? new Numbering.BySequence(dialect.nextNumber()) : counted;
        Busy busy = new Busy();
        this.ahead = journal == null ? null : new Ahead(journal, busy);
        this.follower =
                journal == null || ahead == null
                        ? null
                        : new Follower(connections, ahead, journal, counted);
        this.reading =
                new Transactions(
                        connections, dialect, numbering, busy, null, this::catchUpBeforeReading);
        this.readers = new StoreThreads("prosa-reader-", dialect.readers());
        this.writers =
                new Writers(
                        new Transactions(
                                connections, dialect, numbering, busy, follower, this::attach),
                        dialect,
                        follower == null ? Writers.Order.NONE : follower,
                        follower == null ? () -> {} : new Tidying(connections, follower));
        this.backup = follower == null ? null : new Backup(writers, readers, follower);
        Recent recent = new Recent();
        if (ahead == null) {
            this.conversations = new SqlConversationStore(this, Front.NONE, recent);
            this.channels = new SqlChannelStore(this, ChannelFront.NONE, recent);
        } else {
            Entrance entrance = new Entrance(ahead, counted);
            Front front = new JournalFront(ahead, entrance);
            this.conversations = new SqlConversationStore(this, front, recent);
            this.channels =
                    new SqlChannelStore(this, new JournalChannelFront(ahead, entrance), recent);
            ahead.ask(new Followed(writers, new SeenBefore(this, ahead)));
        }
    }

    /**
     * Opens the file {@code prosa.mv.db} of a data directory, and makes what is missing.
     *
     * @throws StoreException when it cannot be opened; the file is as it was
     */
    public static Database open(Path dataDir) {
        try {
            H2File.prepare(dataDir, source -> open(Dialect.H2, source, null).close());
            new Refused(H2File.refused(dataDir)).mention();
            return open(Dialect.H2, H2File.source(dataDir), new Journal(dataDir));
        } catch (IOException | MVStoreException e) {
            throw SqlFailures.of("open", e);
        }
    }

    /**
     * Opens a database on a PostgreSQL server.
     *
     * @param jdbcUrl such as {@code jdbc:postgresql://localhost:5432/prosa}
     * @throws StoreException when it cannot be reached or is not ours
     */
    public static Database connect(String jdbcUrl, String user, String password) {
        return open(
                Dialect.POSTGRES,
                new DriverDataSource(jdbcUrl, null, new Properties(), user, password),
                null);
    }

    static Database open(Dialect dialect, DataSource source, @Nullable Journal journal) {
        // Held until the pool has its own: H2 closes the file with the last connection.
        try (Connection first = source.getConnection()) {
            if (journal != null && Schema.present(first) >= FIRST_WITH_JOURNAL) {
                // Its statements are for the tables as they were.
                first.setAutoCommit(false);
                journal.catchUp(first);
            }
            Schema.bringUpToDate(source, dialect);
            Database database = new Database(dialect, source, journal);
            database.catchUp();
            return database;
        } catch (SQLException | FlywayException | PoolInitializationException e) {
            throw SqlFailures.of("open", e);
        }
    }

    /** Before anything is read: what a kill left in the journal belongs into the tables. */
    private void catchUp() {
        try {
            inTransaction("read the journal", Tx::changes);
        } catch (StoreException e) {
            close();
            throw e;
        }
    }

    private static HikariConfig pooled(Dialect dialect, DataSource source) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("prosa");
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setMaximumPoolSize(dialect.readers() + dialect.writers());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setMaxLifetime(0);
        return config;
    }

    /** The conversations in it. */
    public ConversationStore conversations() {
        return conversations;
    }

    /** With whom they are by channels, which turns are due, and what is on its way out. */
    public ChannelStore channels() {
        return channels;
    }

    /** What models were asked without a conversation. */
    public UsageLog usage() {
        return new UsageRows(this);
    }

    /**
     * Lends what is there now, for reading.
     *
     * @param attempted what is done, for the log
     */
    <T> T read(String attempted, Transactions.Reading<T> work) {
        if (ahead != null && ahead.isBehind()) {
            writers.followNowAndWait(attempted);
        }
        return readers.call(() -> reading.run(attempted, work::in));
    }

    private void attach(Connection connection) throws SQLException {
        if (follower != null) {
            var _ = follower.attach(connection);
        }
    }

    /** Whoever reads first after H2 gave its file up opens it without what is in the journal. */
    private void catchUpBeforeReading(Connection connection) throws SQLException {
        if (follower != null && follower.isBehind(connection)) {
            var _ = writers.apart("follow the journal", follower::attachedNow);
        }
    }

    /**
     * Lends a transaction; it is durable when this returns, and undone when this throws.
     *
     * @param attempted what is done, for the log
     */
    <T> T inTransaction(String attempted, Transactions.Work<T> work) {
        return writers.call(attempted, work);
    }

    /**
     * Copies the database while it is in use. Only for the one in a file.
     *
     * @param zip the file to write; one that is there is replaced once the copy is whole
     */
    public void backup(Path zip) {
        Path part = zip.resolveSibling(zip.getFileName() + ".part");
        try {
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(part))) {
                backup(to);
            }
            Files.move(part, zip, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw SqlFailures.of("back up", e);
        } finally {
            deleteIfThere(part);
        }
    }

    /** The same, as a zip. */
    void backup(OutputStream to) {
        Objects.requireNonNull(backup, "It is on a server").to(to);
    }

    private static void deleteIfThere(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A leftover of a failed backup; the failure itself is on its way out.
        }
    }

    /** Ends what was begun and closes the file. */
    @Override
    public void close() {
        writers.close();
        readers.close();
        writePages();
        shutDown(pool, dialect);
        pool.close();
        if (ahead != null) {
            ahead.close();
        }
    }

    private void writePages() {
        try {
            if (follower != null) {
                follower.writePagesNow();
            }
        } catch (SQLException e) {
            // The journal has it all, and stays.
        }
    }

    private static void shutDown(DataSource source, Dialect dialect) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            if (!dialect.shutdown().isEmpty()) {
                statement.execute(dialect.shutdown());
            }
        } catch (SQLException e) {
            // One that broke is closed already, and one that closes takes this connection with it.
        }
    }
}
