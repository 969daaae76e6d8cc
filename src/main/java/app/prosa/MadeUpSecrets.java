package app.prosa;

import app.prosa.settings.Secrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Those of a simulated account: the operator's own are neither read nor changed. */
final class MadeUpSecrets implements Secrets {
    private final Map<String, String> secrets;

    MadeUpSecrets(Map<String, String> secrets) {
        this.secrets = new ConcurrentHashMap<>(secrets);
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
    public Place place() {
        return Place.MEMORY;
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "MadeUpSecrets";
    }
}
