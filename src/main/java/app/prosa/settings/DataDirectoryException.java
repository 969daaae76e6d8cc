package app.prosa.settings;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The data directory cannot be used. */
public final class DataDirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;
    private final transient Path directory;

    /** What is wrong with it. */
    public enum Problem {
        /** There is a file of that name. */
        NOT_A_FOLDER,
        /** It is not there and cannot be made. */
        CANNOT_CREATE,
        /** Nothing can be written into it. */
        NOT_WRITABLE
    }

    DataDirectoryException(Problem problem, Path directory, @Nullable Throwable cause) {
        super(problem + ": " + directory, cause);
        this.problem = problem;
        this.directory = directory;
    }

    public Problem problem() {
        return problem;
    }

    /** What is wrong, and what to do. */
    public String sentence(Texts texts) {
        return texts.get("directory." + problem.name().toLowerCase(Locale.ROOT), directory);
    }
}
