package app.prosa.channel.signature;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** A secret under which texts are signed. It is not in {@link #toString}. */
final class Hmac {
    private final SecretKeySpec key;

    private Hmac(String secret, String algorithm) {
        if (secret.isEmpty()) {
            throw new IllegalArgumentException("The secret is empty");
        }
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
    }

    static Hmac sha1(String secret) {
        return new Hmac(secret, "HmacSHA1");
    }

    static Hmac sha256(String secret) {
        return new Hmac(secret, "HmacSHA256");
    }

    /** The code of some texts one after the other. */
    byte[] of(byte[]... texts) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            for (byte[] text : texts) {
                mac.update(text);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + key.getAlgorithm(), e);
        }
    }

    /** Compares in a time that does not tell where the difference is. */
    static boolean same(String expected, @Nullable String given) {
        byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), bytes);
    }

    @Override
    public String toString() {
        return key.getAlgorithm();
    }
}
