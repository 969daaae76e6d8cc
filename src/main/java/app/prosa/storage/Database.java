package app.prosa.storage;

import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.UsageLog;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import com.zaxxer.hikari.util.DriverDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.h2.mvstore.MVStoreException;

/** The database, open. The door of this package. */
public final class Database implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final Transactions transactions;
    private final StoreThreads readers;
    private final Writers writers;

    private Database(Dialect dialect, DataSource source) {
        this.dialect = dialect;
        this.pool = new HikariDataSource(pooled(dialect, source));
        this.transactions = new Transactions(pool, dialect);
        this.readers = new StoreThreads("prosa-reader-", dialect.readers());
        Runnable afterwards = dialect == Dialect.H2 ? new Tidying(pool) : () -> {};
        this.writers = new Writers(transactions, dialect, afterwards);
    }

    /**
     * Opens the file {@code prosa.mv.db} of a data directory, and makes what is missing.
     *
     * @throws StoreException when it cannot be opened; the file is as it was
     */
    public static Database open(Path dataDir) {
        try {
            H2File.prepare(dataDir, source -> open(Dialect.H2, source).close());
            return open(Dialect.H2, H2File.source(dataDir));
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
                new DriverDataSource(jdbcUrl, null, new Properties(), user, password));
    }

    static Database open(Dialect dialect, DataSource source) {
        // Held until the pool has its own: H2 closes the file with the last connection.
        try (Connection _ = source.getConnection()) {
            Schema.bringUpToDate(source, dialect);
            return new Database(dialect, source);
        } catch (SQLException | FlywayException | PoolInitializationException e) {
            throw SqlFailures.of("open", e);
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
        return new SqlConversationStore(this);
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
        return readers.call(() -> transactions.run(attempted, work::in));
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
     * Copies the database while it is in use: reads go on, changes wait. Only for the one in a
     * file.
     *
     * @param zip the file to write; one that is there is replaced once the copy is whole
     */
    public void backup(Path zip) {
        Path part = zip.resolveSibling(zip.getFileName() + ".part");
        try {
            inTransaction("back up", tx -> tx.update("BACKUP TO ?", part.toString()));
            Files.move(part, zip, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw SqlFailures.of("back up", e);
        } finally {
            deleteIfThere(part);
        }
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
        shutDown(pool, dialect);
        pool.close();
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
