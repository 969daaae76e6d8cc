package app.prosa.settings.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key that was just made.
 *
 * @param stored what goes into the settings
 * @param secret the key itself, to be shown once; 256 bits by chance
 */
public record NewKey(ApiKey stored, String secret) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String PREFIX = "prosa_";
    private static final int HINT = 4;

    public static NewKey make(String name, ApiKey.Scope scope, Instant now) {
        String secret = PREFIX + random(32);
        String hint = secret.substring(secret.length() - HINT);
        ApiKey stored = new ApiKey(random(9), name, scope, hash(secret), hint, now.toEpochMilli());
        return new NewKey(stored, secret);
    }

    /** How a key is recognised. It needs no salt: nobody guesses 256 bits. */
    public static String hash(String secret) {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "NewKey[" + stored.name() + "]";
    }
}
