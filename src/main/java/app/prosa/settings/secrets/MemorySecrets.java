package app.prosa.settings.secrets;

import app.prosa.settings.Secrets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Secrets until the program ends. */
final class MemorySecrets implements SecretStore {
    private final Map<String, String> secrets = new HashMap<>();

    @Override
    public Secrets.Place place() {
        return Secrets.Place.MEMORY;
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(secrets.get(name));
    }

    @Override
    public void put(String name, String secret) {
        secrets.put(name, secret);
    }

    @Override
    public void remove(String name) {
        secrets.remove(name);
    }

    @Override
    public void close() {
        secrets.clear();
    }

    Map<String, String> all() {
        return Map.copyOf(secrets);
    }
}
