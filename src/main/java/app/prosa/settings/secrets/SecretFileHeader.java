package app.prosa.settings.secrets;

import app.prosa.settings.SecretsException;
import app.prosa.settings.SecretsException.Problem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The first {@value #BYTES} bytes of the secrets file, readable without the passphrase: 8 bytes
 * {@code PROSASEC}, 1 byte version, 4 bytes rounds (big endian), then salt, mark and nonce.
 *
 * @param rounds of PBKDF2
 * @param mark of the right passphrase, see {@link PassphraseKey#mark()}
 * @param nonce a new one at every writing
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares headers
record SecretFileHeader(int rounds, byte[] salt, byte[] mark, byte[] nonce) {
    static final int BYTES =
            8
                    + 1
                    + Integer.BYTES
                    + PassphraseKey.SALT_BYTES
                    + PassphraseKey.MARK_BYTES
                    + PassphraseKey.NONCE_BYTES;

    private static final byte[] MAGIC = "PROSASEC".getBytes(StandardCharsets.US_ASCII);
    private static final byte VERSION = 1;
    private static final int MIN_ROUNDS = 600_000;

    /** More would only be somebody's attempt to keep the program busy. */
    private static final int MAX_ROUNDS = 20_000_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * @throws SecretsException DAMAGED or NEWER
     */
    static SecretFileHeader of(byte[] file) {
        if (file.length < BYTES || !Arrays.equals(file, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw refusal(Problem.DAMAGED);
        }
        ByteBuffer bytes = ByteBuffer.wrap(file).position(MAGIC.length);
        byte version = bytes.get();
        if (version != VERSION) {
            throw refusal(version > VERSION ? Problem.NEWER : Problem.DAMAGED);
        }
        int rounds = bytes.getInt();
        if (rounds < MIN_ROUNDS || rounds > MAX_ROUNDS) {
            throw refusal(Problem.DAMAGED);
        }
        return new SecretFileHeader(
                rounds,
                next(bytes, PassphraseKey.SALT_BYTES),
                next(bytes, PassphraseKey.MARK_BYTES),
                next(bytes, PassphraseKey.NONCE_BYTES));
    }

    static byte[] newSalt() {
        return random(PassphraseKey.SALT_BYTES);
    }

    static SecretFileHeader of(byte[] salt, PassphraseKey key) {
        return new SecretFileHeader(
                MIN_ROUNDS, salt, key.mark(), random(PassphraseKey.NONCE_BYTES));
    }

    static PassphraseKey newKey(char[] passphrase, byte[] salt) {
        return PassphraseKey.derive(passphrase, salt, MIN_ROUNDS);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .put(VERSION)
                .putInt(rounds)
                .put(salt)
                .put(mark)
                .put(nonce)
                .array();
    }

    SecretFileHeader withNewNonce() {
        return new SecretFileHeader(rounds, salt, mark, random(PassphraseKey.NONCE_BYTES));
    }

    private static byte[] next(ByteBuffer from, int length) {
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static SecretsException refusal(Problem problem) {
        return new SecretsException(problem, "Reading the secrets file", null);
    }
}
