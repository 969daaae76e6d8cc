package app.prosa.settings.secrets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key made of a passphrase: PBKDF2 with HMAC-SHA-256 (RFC 8018), from which HKDF (RFC 5869)
 * derives an AES-256 key and, apart from it, a mark by which the right passphrase is known before
 * anything is decrypted.
 */
final class PassphraseKey {
    static final int SALT_BYTES = 16;
    static final int MARK_BYTES = 16;
    static final int NONCE_BYTES = 12;
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final byte[] mark;

    private PassphraseKey(byte[] key, byte[] mark) {
        this.key = key;
        this.mark = mark;
    }

    /** Takes about half a second, on purpose. */
    static PassphraseKey derive(char[] passphrase, byte[] salt, int rounds) {
        var spec = new PBEKeySpec(passphrase, salt, rounds, KEY_BYTES * 8);
        byte[] master = {};
        try {
            master =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return new PassphraseKey(
                    expand(master, "prosa secrets key", KEY_BYTES),
                    expand(master, "prosa secrets mark", MARK_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has these algorithms", e);
        } finally {
            spec.clearPassword();
            Arrays.fill(master, (byte) 0);
        }
    }

    byte[] mark() {
        return mark.clone();
    }

    /**
     * @param header is not encrypted, but cannot be altered either
     */
    byte[] seal(byte[] nonce, byte[] header, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, nonce, header).doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    /**
     * @throws AEADBadTagException if anything is not as it was sealed
     */
    byte[] open(byte[] nonce, byte[] header, byte[] sealed) throws AEADBadTagException {
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, header).doFinal(sealed);
        } catch (AEADBadTagException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has AES-GCM", e);
        }
    }

    void wipe() {
        Arrays.fill(key, (byte) 0);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] header) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var parameters = new GCMParameterSpec(TAG_BITS, nonce);
        cipher.init(mode, new SecretKeySpec(key, "AES"), parameters);
        cipher.updateAAD(header);
        return cipher;
    }

    private static byte[] expand(byte[] master, String purpose, int length)
            throws GeneralSecurityException {
        var from = new SecretKeySpec(master, "HKDF-SHA256");
        byte[] info = purpose.getBytes(StandardCharsets.US_ASCII);
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.expandOnly(from, info, length));
    }
}
