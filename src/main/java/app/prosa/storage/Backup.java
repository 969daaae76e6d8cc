package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipOutputStream;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Copies H2's file while it is in use, and nothing waits for it: we write no pages meanwhile, so
 * what is changed stays in memory and in the journal until we do. H2 may still write some, with the
 * first commit after it has made a new connection; its own copying keeps what it copies in its
 * place until it has it.
 */
final class Backup {
    private static final String ATTEMPTED = "back up";

    private final Writers writers;
    private final StoreThreads readers;
    private final Follower follower;

    /**
     * @param readers no interrupt arrives on their threads: it would close H2's file
     */
    Backup(Writers writers, StoreThreads readers, Follower follower) {
        this.writers = writers;
        this.readers = readers;
        this.follower = follower;
    }

    /**
     * Writes a zip of all that is there now; one backup after the other.
     *
     * @throws StoreException when something cannot be read, or the zip not be written
     */
    synchronized void to(OutputStream zip) {
        try {
            MVStore store = writers.apart(ATTEMPTED, follower::holdPages);
            var _ = readers.call(() -> copy(store, zip));
        } finally {
            follower.letPagesBeWritten();
        }
    }

    private static boolean copy(MVStore store, OutputStream to) {
        try {
            ZipOutputStream zip = new ZipOutputStream(to);
            store.getFileStore().backup(zip);
            zip.finish();
            return true;
        } catch (IOException | MVStoreException e) {
            throw SqlFailures.of(ATTEMPTED, e);
        }
    }
}
