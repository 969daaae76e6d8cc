package app.prosa.storage;

import app.prosa.storage.JournalFile.Transaction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.UUID;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * What makes a change to H2's file durable. H2 writes every page that a commit touched, some 30 of
 * 2 KB for a message and its reply; here a commit is one small write to the end of the journal, and
 * the pages follow once for many commits. After a kill the changes that are not in the pages yet
 * are done again: each transaction has a number, and the table {@code journal} says up to which of
 * them the tables have come.
 *
 * <p>Used under the lock of {@link Ahead}.
 */
final class Journal {
    /** Of H2: no commit writes pages, and no thread of its own does. */
    private static final int NEVER = -1;

    private static final String READ = "SELECT id, position FROM journal";
    private static final String BEGIN = "INSERT INTO journal (id, position) VALUES (?, 0)";
    private static final String ADVANCE = "UPDATE journal SET position = ? WHERE id = ?";

    /**
     * So many bytes are kept while the pages cannot be written. They are read whole before H2's
     * file is used again.
     */
    private static final long MOST_BYTES = 64 << 20;

    private final JournalFiles files;
    private final Refused refused;
    private final long most;
    private @Nullable MVStore store;
    private UUID id = new UUID(0, 0);
    private long last;
    private boolean stuck;

    /** The row of the table {@code journal}. */
    private record State(UUID id, long position) {}

    /** The one beside a data directory's database. */
    Journal(Path dataDir) {
        this(
                new JournalFiles(H2File.journal(dataDir)),
                new Refused(H2File.refused(dataDir)),
                MOST_BYTES);
    }

    /**
     * @param most so many bytes are kept while the pages cannot be written
     */
    Journal(JournalFiles files, Refused refused, long most) {
        this.files = files;
        this.refused = refused;
        this.most = most;
    }

    /**
     * To be called before each change of the tables.
     *
     * @return whether H2 had opened its file anew: then everything in the journal is in the tables
     */
    boolean attach(Connection connection) throws SQLException {
        MVStore now = H2File.store(connection);
        boolean anew = now != store;
        if (anew) {
            stuck = true; // should this fail, the pages cannot be written either
            catchUp(connection);
            stuck = false;
            store = now;
        }
        now.setAutoCommitDelay(NEVER); // each new connection sets it to what its address says
        return anew;
    }

    /** H2 has opened its file: what that lacks is done again. */
    void catchUp(Connection connection) throws SQLException {
        try (Statements statements = new Statements(connection)) {
            State state = state(new Reads(connection), statements);
            long done = redo(connection, statements, state);
            connection.commit(); // with the pages, as H2 does by itself
            id = state.id;
            last = done; // not before: should this fail, others go on with the numbers they had
            files.begin(id);
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /** Does what the tables lack one transaction after the other, without those they refuse. */
    void bringOneByOne(Connection connection) throws SQLException {
        try (Statements statements = new Statements(connection)) {
            if (redo(connection, statements, state(new Reads(connection), statements)) < last) {
                throw new SQLException("The journal lacks its end");
            }
            connection.commit();
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }

    /**
     * @return the number of the last transaction that there is
     */
    private long redo(Connection connection, Statements statements, State from)
            throws SQLException, IOException {
        long done = from.position;
        for (Transaction missing : files.after(from.id, done)) {
            Savepoint before = connection.setSavepoint();
            try {
                statements.run(missing.changes());
            } catch (SQLException e) {
                if (!isRefusal(connection, e)) {
                    throw e;
                }
                connection.rollback(before);
                refused.add(missing, e);
            }
            done = missing.number();
        }
        statements.run(List.of(Change.of(ADVANCE, done, from.id)));
        return done;
    }

    /** The tables do not take it, though nothing else is wrong with them. */
    static boolean isRefusal(Connection connection, SQLException thrown) {
        return SqlFailures.isRefusal(thrown) && !H2File.isGivenUp(connection);
    }

    private static State state(Reads reads, Statements statements) throws SQLException {
        State known = reads.first(READ, row -> new State(row.uuid(), row.big())).orElse(null);
        if (known != null) {
            return known;
        }
        State fresh = new State(UUID.randomUUID(), 0);
        statements.run(List.of(Change.of(BEGIN, fresh.id)));
        return fresh;
    }

    /** The number of the last transaction. */
    long last() {
        return last;
    }

    /** Notes how far the tables have come, within the transaction that brings them there. */
    void advance(Statements statements, long transaction) throws SQLException {
        statements.run(List.of(Change.of(ADVANCE, transaction, id)));
    }

    /** Adds a transaction; when this returns it is durable, and when it throws it is not there. */
    void append(List<Change> changes) throws IOException {
        long end = files.size();
        boolean done = false;
        try {
            files.append(id, last + 1, changes);
            last++;
            done = true;
        } finally {
            if (!done) {
                files.cut(end);
            }
        }
    }

    /**
     * Ends a transaction of the tables; when this returns it is durable, and when it throws it is
     * undone.
     */
    void commit(Connection connection, List<Change> changes) throws SQLException {
        long end = files.size();
        boolean done = false;
        try (Statements statements = new Statements(connection)) {
            advance(statements, last + 1);
            files.append(id, last + 1, changes);
            connection.commit();
            last++;
            done = true;
        } catch (IOException e) {
            throw SqlFailures.of("write the journal", e);
        } finally {
            if (!done) {
                files.cut(end);
            }
        }
    }

    /** How much was added since the pages were written, in bytes. */
    long size() {
        return files.size();
    }

    /** There is too much that the pages lack, and they cannot be written. */
    boolean isFull() {
        return stuck && files.total() > most;
    }

    /** Whether the pages could be written the last time that it was tried. */
    void tried(boolean written) {
        stuck = !written;
    }

    boolean hasChanges() {
        return files.hasChanges();
    }

    /** What is added from now on is not looked for in the pages that are written next. */
    void rotate() {
        files.rotate();
    }

    /** The pages have everything that was added before the last {@link #rotate}. */
    void forgetOlder() throws IOException {
        files.forgetOlder(id);
    }

    /**
     * Writes the pages; not under the lock, and beside no change of the tables.
     *
     * @return whether they have all that the tables have
     */
    static boolean writePages(MVStore store) throws SQLException {
        try {
            store.commit();
            return !store.isClosed() && !store.hasUnsavedChanges();
        } catch (MVStoreException e) {
            throw new SQLException(e);
        }
    }

    /** Removes the files if nothing in them is needed any more. */
    void close() {
        files.close();
    }
}
