package app.prosa.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What makes a change to H2's file durable. H2 writes every page that a commit touched, some 30 of
 * 2 KB for a message and its reply; here a commit is one small write to the end of the journal, and
 * the pages follow once for many commits. After a kill the changes that are not in the pages yet
 * are done again: each transaction leaves its number in the table {@code journal}.
 *
 * <p>Used by the thread of {@link Writers} alone, so the pages are never written beside a change.
 */
final class Journal implements AutoCloseable {
    /** As often as this the pages are written while there are changes, in nanoseconds. */
    private static final long EVERY = 250_000_000;

    /** Or when the journal has grown to this, in bytes. */
    private static final long MOST_BYTES = 8 << 20;

    /** Of H2: no commit writes pages, and no thread of its own does. */
    private static final int NEVER = -1;

    private static final String READ = "SELECT id, position FROM journal";
    private static final String BEGIN = "INSERT INTO journal (id, position) VALUES (?, 0)";
    private static final String ADVANCE = "UPDATE journal SET position = ? WHERE id = ?";

    private final JournalFile file;
    private @Nullable MVStore store;
    private State state = new State(new UUID(0, 0), 0);
    private long written = System.nanoTime();

    /** The row of the table {@code journal}. */
    private record State(UUID id, long position) {}

    Journal(Path file) {
        this(file, path -> FileChannel.open(path, CREATE, WRITE));
    }

    /**
     * @param disk how files are opened
     */
    Journal(Path file, JournalFile.Disk disk) {
        this.file = new JournalFile(file, disk);
    }

    /** To be called before each change. */
    void attach(Connection connection) throws SQLException {
        MVStore now = H2File.store(connection);
        if (now != store) {
            catchUp(connection);
            store = now;
        }
        now.setAutoCommitDelay(NEVER); // each new connection sets it to what its address says
    }

    /** H2 has opened its file: what that lacks is done again. */
    private void catchUp(Connection connection) throws SQLException {
        Tx tx = new Tx(connection, Dialect.H2, new Busy());
        state = state(tx);
        try {
            for (JournalFile.Transaction missing : file.after(state.id, state.position)) {
                tx.again(missing.changes());
                advance(tx, missing.number());
            }
            connection.commit(); // with the pages, as H2 does by itself
            file.begin(state.id);
        } catch (IOException e) {
            throw SqlFailures.of("read the journal", e);
        }
    }

    private static State state(Tx tx) throws SQLException {
        State known = tx.first(READ, row -> new State(row.uuid(), row.big())).orElse(null);
        if (known != null) {
            return known;
        }
        State fresh = new State(UUID.randomUUID(), 0);
        tx.update(BEGIN, fresh.id);
        return fresh;
    }

    private void advance(Tx tx, long position) throws SQLException {
        tx.update(ADVANCE, position, state.id);
        state = new State(state.id, position);
    }

    /** Ends a transaction; when this returns it is durable, and when it throws it is undone. */
    void commit(Connection connection, Tx tx) throws SQLException {
        State before = state;
        List<Change> changes = List.copyOf(tx.changes());
        long end = file.size();
        boolean done = false;
        try {
            advance(tx, before.position + 1);
            file.append(state.id, state.position, changes);
            connection.commit();
            done = true;
        } catch (IOException e) {
            throw SqlFailures.of("write the journal", e);
        } finally {
            if (!done) {
                state = before;
                file.cut(end);
            }
        }
    }

    /**
     * Writes the pages when it is time to.
     *
     * @return whether it was
     */
    boolean writePages() throws SQLException {
        if (System.nanoTime() - written < EVERY && file.size() < MOST_BYTES) {
            return false;
        }
        return writePagesNow();
    }

    /**
     * @return whether there was something to write
     */
    boolean writePagesNow() throws SQLException {
        MVStore to = store;
        if (to == null || !file.hasChanges()) {
            return false;
        }
        try {
            written = System.nanoTime();
            to.commit();
            if (!to.hasUnsavedChanges()) {
                file.begin(state.id);
            }
            return true;
        } catch (MVStoreException | IOException e) {
            throw new SQLException(e);
        }
    }

    /** Removes the journal if nothing of it is needed any more. */
    @Override
    public void close() {
        file.close();
    }
}
