package app.prosa.settings.secrets;

import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import java.util.Optional;

/**
 * A secrets file that is not open.
 *
 * @param why LOCKED, or what came of trying PROSA_MASTER_KEY
 */
record LockedSecrets(Problem why) implements SecretStore {
    @Override
    public Secrets.Place place() {
        return Secrets.Place.FILE_LOCKED;
    }

    @Override
    public Optional<String> get(String name) {
        throw refusal("Reading a secret");
    }

    @Override
    public void put(String name, String secret) {
        throw refusal("Keeping a secret");
    }

    @Override
    public void remove(String name) {
        throw refusal("Removing a secret");
    }

    @Override
    public void close() {
        // There is nothing in memory.
    }

    private SecretsException refusal(String attempted) {
        return new SecretsException(why, attempted, null);
    }
}
