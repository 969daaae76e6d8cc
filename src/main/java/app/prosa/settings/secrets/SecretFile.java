package app.prosa.settings.secrets;

import app.prosa.settings.AtomicFile;
import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.crypto.AEADBadTagException;

/**
 * Secrets in a file under a passphrase: a {@link SecretFileHeader}, and after it the {@link
 * SecretContent} encrypted with AES-256-GCM, with the header as authenticated data. Only the key
 * stays in memory; the file is read at every call.
 */
final class SecretFile implements SecretStore {
    static final String NAME = "secrets.enc";

    private final Path file;
    private final PassphraseKey key;

    private SecretFile(Path file, PassphraseKey key) {
        this.file = file;
        this.key = key;
    }

    /**
     * @throws SecretsException FILE if it cannot be written; there is no such file then
     */
    static SecretFile create(Path file, char[] passphrase, Map<String, String> secrets) {
        byte[] salt = SecretFileHeader.newSalt();
        PassphraseKey key = SecretFileHeader.newKey(passphrase, salt);
        var created = new SecretFile(file, key);
        created.write(SecretFileHeader.of(salt, key), secrets);
        return created;
    }

    /**
     * @throws SecretsException WRONG_PASSPHRASE, DAMAGED, NEWER or FILE
     */
    static SecretFile open(Path file, char[] passphrase) {
        SecretFileHeader header = SecretFileHeader.of(read(file));
        PassphraseKey key = PassphraseKey.derive(passphrase, header.salt(), header.rounds());
        if (!MessageDigest.isEqual(header.mark(), key.mark())) {
            key.wipe();
            throw new SecretsException(Problem.WRONG_PASSPHRASE, "Opening the secrets file", null);
        }
        var opened = new SecretFile(file, key);
        opened.all();
        return opened;
    }

    @Override
    public Secrets.Place place() {
        return Secrets.Place.FILE;
    }

    @Override
    public Optional<String> get(String name) {
        return Optional.ofNullable(all().get(name));
    }

    @Override
    public void put(String name, String secret) {
        change(secrets -> secrets.put(name, secret));
    }

    @Override
    public void remove(String name) {
        change(secrets -> secrets.remove(name));
    }

    @Override
    public void close() {
        key.wipe();
    }

    Map<String, String> all() {
        byte[] bytes = read(file);
        return decrypt(SecretFileHeader.of(bytes), bytes);
    }

    private void change(Consumer<Map<String, String>> change) {
        byte[] bytes = read(file);
        SecretFileHeader header = SecretFileHeader.of(bytes);
        Map<String, String> secrets = new TreeMap<>(decrypt(header, bytes));
        change.accept(secrets);
        write(header.withNewNonce(), secrets);
    }

    private Map<String, String> decrypt(SecretFileHeader header, byte[] bytes) {
        byte[] sealed = Arrays.copyOfRange(bytes, SecretFileHeader.BYTES, bytes.length);
        byte[] plain = {};
        try {
            plain = key.open(header.nonce(), header.bytes(), sealed);
            return SecretContent.decode(plain);
        } catch (AEADBadTagException e) {
            throw new SecretsException(Problem.DAMAGED, "Reading the secrets file", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private void write(SecretFileHeader header, Map<String, String> secrets) {
        byte[] plain = SecretContent.encode(secrets);
        byte[] head = header.bytes();
        byte[] sealed = key.seal(header.nonce(), head, plain);
        Arrays.fill(plain, (byte) 0);
        byte[] bytes = Arrays.copyOf(head, head.length + sealed.length);
        System.arraycopy(sealed, 0, bytes, head.length, sealed.length);
        try {
            AtomicFile.write(file, bytes);
        } catch (IOException e) {
            throw new SecretsException(Problem.FILE, "Writing the secrets file", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SecretsException(Problem.FILE, "Reading the secrets file", e);
        }
    }
}
