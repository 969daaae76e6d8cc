package app.prosa.settings;

import java.util.Optional;

/**
 * Where keys and tokens are kept: never in the settings, a log or the database. Calls may block;
 * none belongs on the JavaFX thread.
 */
public interface Secrets {
    /** The name of a provider's key. */
    static String ofProvider(String id) {
        return "provider/" + id;
    }

    /**
     * @param name such as {@link #ofProvider} makes
     * @throws SecretsException when the place is locked or cannot be read
     */
    Optional<String> get(String name);

    /**
     * @throws SecretsException when there is no place that would keep it; nothing is kept then
     */
    void put(String name, String secret);

    void remove(String name);

    Place place();

    /** Which environment variable gives a secret; what it gives is neither stored nor changed. */
    default Optional<Variable> variable(String name) {
        return Optional.empty();
    }

    /** Where secrets go. */
    enum Place {
        /** The operating system's keychain. */
        KEYCHAIN,
        /** A file of ours, encrypted under a passphrase or PROSA_MASTER_KEY, now open. */
        FILE,
        /** Such a file is there, and waits for its passphrase. */
        FILE_LOCKED,
        /** There is no keychain and no file yet: only in memory, until the program ends. */
        MEMORY
    }
}
