package app.prosa.settings.secrets;

import app.prosa.settings.AtomicFile;
import app.prosa.settings.Environment;
import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import app.prosa.settings.Variable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of this computer, in the first of these places: the file under PROSA_MASTER_KEY, if
 * that is set; the system's keychain, if there is one; an earlier file, after {@link #unlock};
 * memory. It never goes from one to a lesser one by itself. From any thread but the JavaFX thread:
 * the first call looks for the keychain (0.2 to 0.4 s; the system may ask the person first), and a
 * passphrase takes about half a second.
 */
public final class SecretVault implements Secrets, AutoCloseable {
    private final Path file;
    private final Environment environment;
    private final Supplier<Optional<SecretStore>> keychain;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable SecretStore opened;

    SecretVault(Path directory, Environment environment, Supplier<Optional<SecretStore>> keychain) {
        this.file = directory.resolve(SecretFile.NAME);
        this.environment = environment;
        this.keychain = keychain;
    }

    /** Touches nothing yet: the place is looked for at the first call. */
    public static SecretVault in(Path directory, Environment environment) {
        return new SecretVault(directory, environment, Keychain::open);
    }

    /** What a variable gives is there whatever place others are in. */
    @Override
    public Optional<String> get(String name) {
        Optional<Variable> variable = variable(name);
        return variable.isPresent()
                ? environment.get(variable.get())
                : with(store -> store.get(name));
    }

    @Override
    public Optional<Variable> variable(String name) {
        return SecretVariables.of(name)
                .filter(variable ->
                        variable == Variable.OPENAI_API_KEY
                                || environment.get(variable).isPresent());
    }

    @Override
    public void put(String name, String secret) {
        refuseEnvironment(name);
        run(store -> store.put(name, secret));
    }

    @Override
    public void remove(String name) {
        refuseEnvironment(name);
        run(store -> store.remove(name));
    }

    /** Waits for no other call once the place is known. */
    @Override
    public Place place() {
        SecretStore store = opened;
        return store == null ? with(SecretStore::place) : store.place();
    }

    /**
     * Opens the file; {@link Place#FILE_LOCKED} becomes {@link Place#FILE}. In any other place,
     * nothing happens.
     *
     * @param passphrase is wiped
     * @throws SecretsException WRONG_PASSPHRASE, DAMAGED, NEWER or FILE; it stays locked then
     */
    public void unlock(char[] passphrase) {
        using(
                passphrase,
                store -> {
                    if (store.place() == Place.FILE_LOCKED) {
                        opened = SecretFile.open(file, passphrase);
                    }
                });
    }

    /**
     * Moves what is in memory into a new file, reads it back, and only then lets go of the memory;
     * {@link Place#MEMORY} becomes {@link Place#FILE}.
     *
     * @param passphrase at least one character; is wiped
     * @throws IllegalStateException in any other place
     * @throws SecretsException if it cannot be written or is not read back as it was; everything is
     *     in memory as before then
     */
    public void createFile(char[] passphrase) {
        using(
                passphrase,
                store -> {
                    if (!(store instanceof MemorySecrets memory) || Files.exists(file)) {
                        throw new IllegalStateException("There is a place already");
                    }
                    opened = createAndReadBack(memory.all(), passphrase);
                    memory.close();
                });
    }

    /**
     * Whether secrets go to the keychain but a file of earlier, when there was none, is still here.
     * What is in it is not seen until {@link #moveToKeychain}.
     */
    public boolean fileLeftBehind() {
        return place() == Place.KEYCHAIN && Files.exists(file);
    }

    /**
     * Moves into the keychain what is in the file and not yet there, and sets the file aside.
     *
     * @param passphrase is wiped
     * @throws IllegalStateException if secrets do not go to the keychain
     * @throws SecretsException if the file cannot be opened or the keychain refuses; the file stays
     */
    public void moveToKeychain(char[] passphrase) {
        using(
                passphrase,
                store -> {
                    if (store.place() != Place.KEYCHAIN) {
                        throw new IllegalStateException("There is no keychain in use");
                    }
                    try (SecretFile from = SecretFile.open(file, passphrase)) {
                        from.all().forEach((name, secret) -> putIfAbsent(store, name, secret));
                    }
                    setAside();
                });
    }

    /**
     * For a passphrase that is lost: sets the file aside as {@code secrets.enc.old-1}, and secrets
     * go where they go without one.
     *
     * @throws SecretsException if it cannot be renamed
     */
    public void forgetFile() {
        run(store -> {
            setAside();
            store.close();
            opened = null;
        });
    }

    /** Lets go of the keychain and of every key in memory. */
    @Override
    public void close() {
        lock.lock();
        try {
            SecretStore store = opened;
            opened = null;
            if (store != null) {
                store.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private SecretStore choose() {
        Optional<String> master = environment.get(Variable.PROSA_MASTER_KEY);
        if (master.isPresent()) {
            return underMasterKey(master.get().toCharArray());
        }
        return keychain.get().orElseGet(this::withoutKeychain);
    }

    private SecretStore withoutKeychain() {
        return Files.exists(file) ? new LockedSecrets(Problem.LOCKED) : new MemorySecrets();
    }

    private SecretStore underMasterKey(char[] masterKey) {
        try {
            return Files.exists(file)
                    ? SecretFile.open(file, masterKey)
                    : SecretFile.create(file, masterKey, Map.of());
        } catch (SecretsException e) {
            return new LockedSecrets(e.problem());
        } finally {
            Arrays.fill(masterKey, '\0');
        }
    }

    private SecretFile createAndReadBack(Map<String, String> secrets, char[] passphrase) {
        SecretFile.create(file, passphrase, secrets).close();
        try {
            SecretFile created = SecretFile.open(file, passphrase);
            if (!created.all().equals(secrets)) {
                throw new SecretsException(Problem.DAMAGED, "Reading back the new file", null);
            }
            return created;
        } catch (SecretsException e) {
            setAside();
            throw e;
        }
    }

    private void setAside() {
        try {
            AtomicFile.setAside(file, "old");
        } catch (IOException e) {
            throw new SecretsException(Problem.FILE, "Setting the secrets file aside", e);
        }
    }

    private static void putIfAbsent(SecretStore store, String name, String secret) {
        if (store.get(name).isEmpty()) {
            store.put(name, secret);
        }
    }

    private void refuseEnvironment(String name) {
        if (variable(name).isPresent()) {
            throw new IllegalArgumentException("The environment's secret is not ours to change");
        }
    }

    private void using(char[] passphrase, Consumer<SecretStore> use) {
        try {
            run(use);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    private void run(Consumer<SecretStore> use) {
        with(store -> {
            use.accept(store);
            return store;
        });
    }

    private <T> T with(Function<SecretStore, T> use) {
        lock.lock();
        try {
            SecretStore store = opened;
            if (store == null) {
                store = choose();
                opened = store;
            }
            return use.apply(store);
        } finally {
            lock.unlock();
        }
    }
}
