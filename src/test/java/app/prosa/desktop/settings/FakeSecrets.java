package app.prosa.desktop.settings;

import app.prosa.settings.Environment;
import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import app.prosa.settings.Variable;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Secrets in memory that say they are wherever a test wants them; and their file's door. */
public final class FakeSecrets implements Secrets, SecretFileDoor {
    public final Map<String, String> kept = new ConcurrentHashMap<>();

    /** Which of them a variable gives; a provider of the environment's always is one. */
    public final Map<String, Variable> variables = new ConcurrentHashMap<>();

    private volatile Place place;
    private volatile String passphrase = "";

    public FakeSecrets(Place place) {
        this.place = place;
        variables.put(Secrets.ofProvider(Environment.PROVIDER), Variable.OPENAI_API_KEY);
    }

    @Override
    public Optional<Variable> variable(String name) {
        return Optional.ofNullable(variables.get(name));
    }

    @Override
    public Optional<String> get(String name) {
        refuseLocked();
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public void put(String name, String secret) {
        refuseLocked();
        kept.put(name, secret);
    }

    @Override
    public void remove(String name) {
        refuseLocked();
        kept.remove(name);
    }

    @Override
    public Place place() {
        return place;
    }

    /** As if a file under this passphrase had been there at the start. */
    void lock(String under) {
        passphrase = under;
        place = Place.FILE_LOCKED;
    }

    @Override
    public void create(char[] under) {
        passphrase = new String(under);
        place = Place.FILE;
    }

    @Override
    public void unlock(char[] tried) {
        if (!passphrase.equals(new String(tried))) {
            throw new SecretsException(Problem.WRONG_PASSPHRASE, "unlock", null);
        }
        place = Place.FILE;
    }

    @Override
    public void forget() {
        kept.clear();
        place = Place.MEMORY;
    }

    @Override
    public boolean isLeftBehind() {
        return false;
    }

    @Override
    public void moveToKeychain(char[] under) {
        throw new IllegalStateException("There is no file");
    }

    private void refuseLocked() {
        if (place == Place.FILE_LOCKED) {
            throw new SecretsException(Problem.LOCKED, "use", null);
        }
    }
}
