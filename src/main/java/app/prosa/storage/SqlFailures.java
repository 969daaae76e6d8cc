package app.prosa.storage;

import app.prosa.conversation.StoreException;
import app.prosa.conversation.StoreException.Cause;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.ReadOnlyFileSystemException;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Sorts what the databases throw by what the reader can do about it. The innermost cause knows
 * best: H2 says "general error" around a full disk and a torn page alike.
 *
 * <p>Codes: {@link ErrorCode} and {@link DataUtils} of H2; PostgreSQL, Appendix A, "Error Codes".
 */
final class SqlFailures {
    /** The SQL state of a second row with a unique key. */
    static final String DUPLICATE = "23505";

    private SqlFailures() {}

    static StoreException of(String attempted, Throwable thrown) {
        return new StoreException(reason(thrown), attempted, thrown);
    }

    /** Another row has the same unique key. */
    static boolean isDuplicate(@Nullable Throwable thrown) {
        return thrown instanceof SQLException e && DUPLICATE.equals(e.getSQLState());
    }

    /** The database chose this transaction to give way to another one; it may try again. */
    static boolean isWorthRepeating(SQLException thrown) {
        String state = thrown.getSQLState();
        return "40001".equals(state) || "40P01".equals(state);
    }

    /** What is there may be used no more: H2 gave the file up, or a server changed. */
    static boolean isClosed(SQLException thrown) {
        return reason(thrown) != Cause.UNAVAILABLE || foundClosed(thrown);
    }

    /** H2 had given the file up for somebody else. */
    static boolean foundClosed(SQLException thrown) {
        return thrown.getErrorCode() == ErrorCode.DATABASE_IS_CLOSED;
    }

    /** H2 gave the file up; what it says of it then differs from call to call. */
    static SQLException closed(SQLException thrown) {
        return isClosed(thrown)
                ? thrown
                : new SQLException(
                        thrown.getMessage(),
                        thrown.getSQLState(),
                        ErrorCode.DATABASE_IS_CLOSED,
                        thrown);
    }

    /**
     * The database is as it should be and will not have this statement: its values, a constraint,
     * its text, or an error of the database's own.
     */
    static boolean isRefusal(SQLException thrown) {
        return reason(thrown) == Cause.UNAVAILABLE
                && isOfStatement(thrown.getSQLState())
                && !hasDeeperCause(thrown);
    }

    private static boolean isOfStatement(@Nullable String state) {
        return state != null && (state.matches("(0A|21|22|23|42|HYC).*") || state.equals("HY000"));
    }

    /** Of the file's or of the memory's trouble another statement might have died as well. */
    private static boolean hasDeeperCause(Throwable thrown) {
        Throwable at = thrown;
        while (at != null) {
            if (at instanceof IOException
                    || at instanceof MVStoreException
                    || at instanceof Error) {
                return true;
            }
            at = at.getCause();
        }
        return false;
    }

    /** There is no such table. */
    static boolean isMissingTable(SQLException thrown) {
        String state = thrown.getSQLState();
        return "42S02".equals(state) || "42S04".equals(state) || "42P01".equals(state);
    }

    private static Cause reason(Throwable thrown) {
        Cause found = Cause.UNAVAILABLE;
        Throwable at = thrown;
        while (at != null) {
            Cause more = ofOne(at);
            if (more != Cause.UNAVAILABLE) {
                found = more;
            }
            at = at.getCause();
        }
        return found;
    }

    private static Cause ofOne(Throwable thrown) {
        return switch (thrown) {
            case StoreException e -> e.reason();
            case SQLException e -> ofSql(e);
            case MVStoreException e -> ofMvStore(e);
            case ReadOnlyFileSystemException _ -> Cause.READ_ONLY;
            case IOException e -> ofFile(e);
            default -> Cause.UNAVAILABLE;
        };
    }

    private static Cause ofSql(SQLException thrown) {
        return switch (thrown.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 -> Cause.IN_USE;
            case ErrorCode.FILE_CORRUPTED_1, ErrorCode.FILE_VERSION_ERROR_1 -> Cause.CORRUPT;
            case ErrorCode.DATABASE_IS_READ_ONLY, ErrorCode.FILE_CREATION_FAILED_1 ->
                    Cause.READ_ONLY;
            default -> ofState(thrown.getSQLState());
        };
    }

    private static Cause ofState(@Nullable String state) {
        return switch (state) {
            case "53100" -> Cause.DISK_FULL;
            case "25006" -> Cause.READ_ONLY;
            case "XX001", "XX002" -> Cause.CORRUPT;
            // The tables were there when the database was opened: H2 forgets those it cannot read.
            case "42S02", "42S04", "42P01" -> Cause.CORRUPT;
            case null, default -> Cause.UNAVAILABLE;
        };
    }

    private static Cause ofMvStore(MVStoreException thrown) {
        return switch (thrown.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> Cause.IN_USE;
            case DataUtils.ERROR_UNSUPPORTED_FORMAT -> Cause.NEWER;
            case DataUtils.ERROR_FILE_CORRUPT,
                    DataUtils.ERROR_CHUNK_NOT_FOUND,
                    DataUtils.ERROR_BLOCK_NOT_FOUND,
                    DataUtils.ERROR_SERIALIZATION ->
                    Cause.CORRUPT;
            // Shorter than its own beginning says.
            case DataUtils.ERROR_READING_FAILED ->
                    thrown.getCause() instanceof EOFException ? Cause.CORRUPT : Cause.UNAVAILABLE;
            default -> Cause.UNAVAILABLE;
        };
    }

    private static Cause ofFile(IOException thrown) {
        if (thrown instanceof AccessDeniedException) {
            return Cause.READ_ONLY;
        }
        String message =
                thrown instanceof FileSystemException e ? e.getReason() : thrown.getMessage();
        return message == null ? Cause.UNAVAILABLE : ofSystem(message.toLowerCase(Locale.ROOT));
    }

    /** The JDK has no type for these; it passes on the operating system's words. */
    private static Cause ofSystem(String message) {
        if (message.contains("no space left")
                || message.contains("not enough space")
                || message.contains("quota exceeded")
                || message.contains("file too large")) {
            return Cause.DISK_FULL;
        }
        return message.contains("read-only file system")
                        || message.contains("permission denied")
                        || message.contains("operation not permitted")
                ? Cause.READ_ONLY
                : Cause.UNAVAILABLE;
    }
}
