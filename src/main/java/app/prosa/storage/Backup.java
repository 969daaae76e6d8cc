package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Copies H2's file while it is in use. Its pages stay as they are meanwhile, and nothing waits:
 * what is read is in memory or in the pages, and what is changed is in the journal until they are
 * written again.
 */
final class Backup {
    private static final String ATTEMPTED = "back up";

    private final Database database;
    private final Follower follower;

    Backup(Database database, Follower follower) {
        this.database = database;
        this.follower = follower;
    }

    /**
     * Writes a zip of all that is there now; one backup after the other.
     *
     * @throws StoreException when something cannot be read
     */
    synchronized void to(OutputStream zip) {
        AtomicReference<MVStore> store = new AtomicReference<>();
        try {
            database.inTransaction(ATTEMPTED, _ -> hold(store));
            // On such a thread no interrupt arrives: it would close H2's file.
            database.read(ATTEMPTED, _ -> copy(store.get(), zip));
        } finally {
            follower.letPagesBeWritten();
        }
    }

    private boolean hold(AtomicReference<MVStore> store) throws SQLException {
        store.set(follower.holdPages());
        return true;
    }

    private static boolean copy(MVStore store, OutputStream to) throws SQLException {
        try {
            ZipOutputStream zip = new ZipOutputStream(to);
            store.getFileStore().backup(zip);
            zip.finish();
            return true;
        } catch (IOException | MVStoreException e) {
            throw new SQLException(e);
        }
    }
}
