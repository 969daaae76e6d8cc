package app.prosa.settings.secrets;

import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Optional;

/**
 * The operating system's own: Secret Service or KWallet, macOS's Keychain, Windows' Credential
 * Manager.
 */
final class Keychain implements SecretStore {
    private static final String SERVICE = "Prosa";

    /**
     * java-keyring says "there is none" by the same exception as "it failed"; these are the
     * beginnings of its messages for the former. 1168 is Windows' ERROR_NOT_FOUND.
     */
    private static final List<String> ABSENT =
            List.of(
                    "No stored credentials match",
                    "No password to delete",
                    "Password is not in wallet",
                    "Password cannot be deleted, it is not in wallet",
                    "Password not Found",
                    "Error code 1168");

    private final Keyring keyring;

    private Keychain(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Empty on a system without one, such as a server, or a session without D-Bus. */
    static Optional<SecretStore> open() {
        try {
            return Optional.of(new Keychain(Keyring.create()));
        } catch (BackendNotSupportedException e) {
            return Optional.empty();
        }
    }

    @Override
    public Secrets.Place place() {
        return Secrets.Place.KEYCHAIN;
    }

    @Override
    public Optional<String> get(String name) {
        try {
            return Optional.of(keyring.getPassword(SERVICE, name));
        } catch (PasswordAccessException e) {
            if (saysAbsent(e)) {
                return Optional.empty();
            }
            throw failed("Reading from the keychain", e);
        } catch (RuntimeException e) { // what D-Bus throws when the other side goes away
            throw failed("Reading from the keychain", e);
        }
    }

    /** Reads it back: when the person dismisses the system's question, nobody says so. */
    @Override
    public void put(String name, String secret) {
        try {
            keyring.setPassword(SERVICE, name, secret);
        } catch (PasswordAccessException | RuntimeException e) {
            throw failed("Writing to the keychain", e);
        }
        if (!get(name).equals(Optional.of(secret))) {
            throw new SecretsException(Problem.KEYCHAIN, "Reading back from the keychain", null);
        }
    }

    @Override
    public void remove(String name) {
        try {
            keyring.deletePassword(SERVICE, name);
        } catch (PasswordAccessException e) {
            if (!saysAbsent(e)) {
                throw failed("Removing from the keychain", e);
            }
        } catch (RuntimeException e) {
            throw failed("Removing from the keychain", e);
        }
    }

    @Override
    public void close() {
        try {
            keyring.close();
        } catch (Exception e) { // declared so by AutoCloseable
            throw failed("Closing the keychain", e);
        }
    }

    static boolean saysAbsent(PasswordAccessException exception) {
        String message = String.valueOf(exception.getMessage());
        return ABSENT.stream().anyMatch(message::startsWith);
    }

    private static SecretsException failed(String attempted, Exception cause) {
        return new SecretsException(Problem.KEYCHAIN, attempted, cause);
    }
}
