package app.prosa.storage;

import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.StoreException;
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
    /**
     * What is done within one transaction; it may be called again when the database asks for it.
     */
    interface Work<T> {
        T in(Tx tx) throws SQLException;
    }

    private static final int TRIES = 5;
    private static final int CONNECT_MILLIS = 10_000;

    private final Dialect dialect;
    private final HikariDataSource pool;
    private final StoreThreads threads;

    private Database(Dialect dialect, DataSource source) {
        this.dialect = dialect;
        this.pool = new HikariDataSource(pooled(dialect, source));
        this.threads = new StoreThreads(dialect.connections());
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
        config.setMaximumPoolSize(dialect.connections());
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        config.setMaxLifetime(0);
        return config;
    }

    /** The conversations in it. */
    public ConversationStore conversations() {
        return new SqlConversationStore(this);
    }

    /**
     * Lends a transaction; it is durable when this returns, and undone when this throws.
     *
     * @param attempted what is done, for the log
     */
    <T> T inTransaction(String attempted, Work<T> work) {
        return threads.call(() -> run(attempted, work));
    }

    private <T> T run(String attempted, Work<T> work) {
        for (int tried = 1; ; tried++) {
            try (Connection connection = pool.getConnection()) {
                return commit(connection, work);
            } catch (SQLException e) {
                if (tried == TRIES || !SqlFailures.isWorthRepeating(e)) {
                    throw failed(attempted, e);
                }
            }
        }
    }

    /**
     * H2 closes a database that it cannot write to, and it stays closed until the last connection
     * is: without them the next call opens it anew, and works if the disk has room again.
     */
    private StoreException failed(String attempted, SQLException thrown) {
        if (SqlFailures.isClosed(thrown)) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        return SqlFailures.of(attempted, thrown);
    }

    private <T> T commit(Connection connection, Work<T> work) throws SQLException {
        Tx tx = new Tx(connection);
        boolean done = false;
        try {
            T result = work.in(tx);
            connection.commit();
            done = true;
            if (tx.wrote()) {
                execute(connection, dialect.afterCommit());
                // Or the pool rolls back what it takes for open, and H2 forgets its parsed queries.
                connection.commit();
            }
            return result;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // Whatever made it roll back is on its way out and says more.
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        if (!sql.isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    /**
     * Copies the database while it is in use; only for the one in a file.
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
        threads.close();
        shutDown(pool, dialect);
        pool.close();
    }

    private static void shutDown(DataSource source, Dialect dialect) {
        try (Connection connection = source.getConnection()) {
            execute(connection, dialect.shutdown());
        } catch (SQLException e) {
            // One that broke is closed already, and one that closes takes this connection with it.
        }
    }
}
