package app.prosa.storage;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.IntSupplier;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * Lets the tables follow the journal, and H2's pages the tables. On the thread of {@link Writers},
 * so the pages are never written beside a change of the tables.
 */
final class Follower implements Writers.Order {
    /**
     * As often as this the pages are written while there are changes, in nanoseconds: a page is
     * written once for all that changes in it meanwhile, and what it replaces is not tidied up.
     */
    private static final long EVERY = 10_000_000_000L;

    /** So often what has come meanwhile is done before nothing may come in. */
    private static final int ROUNDS = 4;

    /** Or when the journal has grown to this, in bytes. */
    private static final long MOST_BYTES = 8 << 20;

    private final Connections connections;
    private final Ahead ahead;
    private final Journal journal;
    private final Numbering.InMemory numbering;
    private volatile @Nullable MVStore attached;
    private volatile boolean held;
    private long written = System.nanoTime();

    Follower(Connections connections, Ahead ahead, Journal journal, Numbering.InMemory numbering) {
        this.connections = connections;
        this.ahead = ahead;
        this.journal = journal;
        this.numbering = numbering;
    }

    /** Does what the tables lack. Others may go on meanwhile. */
    @Override
    public void follow() throws SQLException {
        Backlog backlog = ahead.take();
        if (backlog.isEmpty()) {
            return;
        }
        boolean done = false;
        try {
            done = connections.lend(connection -> attach(connection) || bring(connection, backlog));
        } finally {
            if (done) {
                ahead.done();
            } else {
                ahead.giveBack(backlog);
            }
        }
    }

    private boolean bring(Connection connection, Backlog backlog) throws SQLException {
        try (Statements statements = new Statements(connection)) {
            statements.run(backlog.changes());
            journal.advance(statements, backlog.last());
            connection.commit();
            return true;
        } catch (SQLException e) {
            if (!Journal.isRefusal(connection, e)) {
                throw e;
            }
        }
        connection.rollback();
        return ahead.exclusively(() -> bringOneByOne(connection));
    }

    private boolean bringOneByOne(Connection connection) throws SQLException {
        journal.bringOneByOne(connection);
        ahead.caughtUp();
        return true;
    }

    /**
     * To be called before each change of the tables.
     *
     * @return whether H2 had opened its file anew: then the tables lack nothing
     */
    boolean attach(Connection connection) throws SQLException {
        return ahead.exclusively(() -> {
            boolean anew = journal.attach(connection);
            if (anew) {
                numbering.goOnFrom(new Reads(connection));
                ahead.caughtUp();
            }
            attached = H2File.store(connection);
            return anew;
        });
    }

    /** Whether H2 has opened its file anew and nobody has changed the tables since. */
    boolean isBehind(Connection connection) throws SQLException {
        return H2File.store(connection) != attached;
    }

    /** Ends a transaction of the tables, under the lock of the ahead. */
    void commit(Connection connection, Tx tx) throws SQLException {
        if (tx.changes().isEmpty()) {
            connection.commit();
        } else {
            journal.commit(connection, tx.changes());
        }
        ahead.learn(tx);
    }

    @Override
    public int around(IntSupplier group) throws SQLException {
        for (int round = 0; round < ROUNDS && ahead.isFarAhead(); round++) {
            follow(); // most of it while others go on
        }
        return ahead.exclusively(() -> {
            follow();
            return group.getAsInt();
        });
    }

    /**
     * Writes the pages when it is time to.
     *
     * @return whether it was
     */
    boolean writePages() throws SQLException {
        boolean due =
                System.nanoTime() - written > EVERY
                        || ahead.exclusively(journal::size) > MOST_BYTES;
        return due && !held && writePagesNow();
    }

    /**
     * Writes the pages, and then no more until {@link #letPagesBeWritten}.
     *
     * @return where they are
     */
    MVStore holdPages() throws SQLException {
        var _ = writePagesNow();
        held = true;
        return attachedNow();
    }

    void letPagesBeWritten() {
        held = false;
    }

    /**
     * @return whether there was something to write
     */
    boolean writePagesNow() throws SQLException {
        if (!ahead.exclusively(journal::hasChanges)) {
            return false;
        }
        written = System.nanoTime();
        boolean done = false;
        try {
            MVStore to = attachedNow();
            ahead.inside(journal::rotate);
            follow();
            done = Journal.writePages(to);
        } finally {
            boolean all = done;
            ahead.inside(() -> journal.tried(all));
        }
        if (done) {
            ahead.exclusively(this::forgetOlder);
        }
        return true;
    }

    /**
     * One that gave its file up has no changes, and the file that is opened for it lacks what it
     * had until this returns.
     */
    MVStore attachedNow() throws SQLException {
        return connections.lend(connection -> {
            var _ = attach(connection);
            return H2File.store(connection);
        });
    }

    private boolean forgetOlder() throws SQLException {
        try {
            journal.forgetOlder();
            return true;
        } catch (IOException e) {
            throw new SQLException(e);
        }
    }
}
