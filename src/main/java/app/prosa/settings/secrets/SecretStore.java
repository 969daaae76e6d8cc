package app.prosa.settings.secrets;

import app.prosa.settings.Secrets;
import java.util.Optional;

/** One place for secrets. Not safe for several threads: {@link SecretVault} sees to that. */
interface SecretStore extends AutoCloseable {
    Secrets.Place place();

    Optional<String> get(String name);

    void put(String name, String secret);

    void remove(String name);

    /** Forgets what it holds in memory. */
    @Override
    void close();
}
