package app.prosa.settings;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A secret could not be read or kept. The message never holds the secret. */
public final class SecretsException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem problem;

    /** What the reader can do about it. */
    public enum Problem {
        /** The secrets file waits for its passphrase. */
        LOCKED,
        /** This is not the passphrase of the secrets file. */
        WRONG_PASSPHRASE,
        /** The secrets file is not what was written: cut short, altered, or no such file. */
        DAMAGED,
        /** A newer version of the program wrote the secrets file. */
        NEWER,
        /** The secrets file cannot be read or written. */
        FILE,
        /** The system's keychain refused, or did not keep what it was given. */
        KEYCHAIN
    }

    public SecretsException(Problem problem, String attempted, @Nullable Throwable cause) {
        super(attempted + ": " + problem, cause);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** What is wrong, and what to do. */
    public String sentence(Texts texts) {
        return texts.get("secrets." + problem.name().toLowerCase(Locale.ROOT));
    }
}
