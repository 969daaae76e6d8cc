package app.prosa.settings.secrets;

import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A keychain in memory that can be made to refuse. */
final class FakeKeychain implements SecretStore {
    final Map<String, String> entries = new HashMap<>();
    boolean refuses;
    boolean closed;

    @Override
    public Secrets.Place place() {
        return Secrets.Place.KEYCHAIN;
    }

    @Override
    public Optional<String> get(String name) {
        check();
        return Optional.ofNullable(entries.get(name));
    }

    @Override
    public void put(String name, String secret) {
        check();
        entries.put(name, secret);
    }

    @Override
    public void remove(String name) {
        check();
        entries.remove(name);
    }

    @Override
    public void close() {
        closed = true;
    }

    private void check() {
        if (refuses) {
            throw new SecretsException(Problem.KEYCHAIN, "Trying", null);
        }
    }
}
