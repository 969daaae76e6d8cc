package app.prosa.conversation;

import org.jspecify.annotations.Nullable;

/** The store could not do it. Nothing was changed. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the reader can do about it. */
    public enum Cause {
        /** No room on the disk. */
        DISK_FULL,
        /** The file may not be written. */
        READ_ONLY,
        /** Another program has the database open. */
        IN_USE,
        /** The file cannot be read as a database. */
        CORRUPT,
        /** A newer version of the program wrote it. */
        NEWER,
        /** The database server cannot be reached, or anything else. */
        UNAVAILABLE
    }

    private final Cause cause;

    public StoreException(Cause cause, String attempted, @Nullable Throwable thrown) {
        super(attempted + ": " + cause, thrown);
        this.cause = cause;
    }

    public Cause reason() {
        return cause;
    }
}
