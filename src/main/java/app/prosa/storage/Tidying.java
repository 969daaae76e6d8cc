package app.prosa.storage;

import java.sql.SQLException;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * Lets the {@link Follower} write the pages of H2's file, and gives space in it back while it is in
 * use. Changed pages are written anew, and the old ones left behind in chunks that hold something
 * still; what is still used of them moves on, and the chunk becomes free. On the thread of {@link
 * Writers}, beside no change.
 */
final class Tidying implements Runnable {
    /** In times that pages were written. */
    private static final int EVERY = 4;

    /** Chunks are tidied while less than this of them is in use, in percent. */
    private static final int IN_USE = 70;

    /** What is moved at a time, in bytes; some milliseconds. */
    private static final int AT_A_TIME = 1 << 20;

    /** Below this, in percent, more was left behind than the usual pace can give back. */
    private static final int BEHIND = 40;

    private static final int AT_A_TIME_BEHIND = 4 << 20;

    private final Connections connections;
    private final Follower follower;
    private int times;

    Tidying(Connections connections, Follower follower) {
        this.connections = connections;
        this.follower = follower;
    }

    @Override
    public void run() {
        try {
            if (follower.writePages()) {
                times++;
                tidy();
            }
        } catch (SQLException e) {
            // The journal has it all. H2 gave its file up: whoever comes next opens it anew.
            connections.forget();
        }
    }

    private void tidy() {
        try {
            connections.lend(connection -> tidy(H2File.store(connection)));
        } catch (SQLException | MVStoreException e) {
            // The database is closed, or failed: whoever changes it next is told.
        }
    }

    private boolean tidy(MVStore store) {
        if (store.getFileStore().getChunksFillRate() < BEHIND) {
            return store.compact(IN_USE, AT_A_TIME_BEHIND);
        }
        return times % EVERY == 0 && store.compact(IN_USE, AT_A_TIME);
    }
}
