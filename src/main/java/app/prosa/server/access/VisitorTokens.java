package app.prosa.server.access;

import app.prosa.server.http.ApiError;
import app.prosa.server.http.Json;
import app.prosa.server.http.Refusal;
import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.locks.ReentrantLock;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the web page shows to be let in as its own visitor: short JSON Web Tokens (RFC 7519) under
 * HMAC-SHA-256. There is one header, compared as a whole, so that nothing in a token chooses how it
 * is checked.
 */
public final class VisitorTokens {
    /** How long one is good for. */
    public static final Duration LIFE = Duration.ofHours(1);

    /** How long after that it can still be changed for a fresh one. */
    static final Duration GRACE = Duration.ofDays(30);

    private static final Logger LOG = LoggerFactory.getLogger(VisitorTokens.class);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String SECRET = "hub/visitors";
    private static final String ALGORITHM = "HmacSHA256";
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final String HEADER = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
    private static final int LONGEST = 1_000;

    private final Secrets secrets;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable SecretKeySpec key;

    public VisitorTokens(Secrets secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /** A token, and until when it is good. */
    record Token(String text, Instant expires) {}

    /** Who holds a token that is ours. */
    private record Claims(String userId, Instant expires) {}

    static boolean looksLikeOne(String credential) {
        int first = credential.indexOf('.');
        return first > 0 && credential.indexOf('.', first + 1) > 0;
    }

    Token issue(String userId) {
        Instant now = clock.instant();
        Instant expires = now.plus(LIFE);
        byte[] claims =
                Json.bytes(out -> {
                    out.writeStartObject();
                    out.writeStringField("sub", userId);
                    out.writeStringField("aud", "web");
                    out.writeNumberField("iat", now.getEpochSecond());
                    out.writeNumberField("exp", expires.getEpochSecond());
                    out.writeEndObject();
                });
        String signed = HEADER + "." + ENCODER.encodeToString(claims);
        return new Token(signed + "." + ENCODER.encodeToString(sign(signed)), expires);
    }

    /**
     * @return the user who holds it
     * @throws Refusal INVALID_TOKEN or TOKEN_EXPIRED
     */
    String verify(String token) {
        Claims claims = read(token);
        if (claims == null) {
            throw new Refusal(ApiError.INVALID_TOKEN);
        }
        if (!clock.instant().isBefore(claims.expires())) {
            throw new Refusal(ApiError.TOKEN_EXPIRED);
        }
        return claims.userId();
    }

    /** Whoever may have a fresh one for it, or null. */
    @Nullable String renewable(String token) {
        Claims claims = read(token);
        return claims == null || clock.instant().isAfter(claims.expires().plus(GRACE))
                ? null
                : claims.userId();
    }

    private @Nullable Claims read(String token) {
        int dot = token.lastIndexOf('.');
        if (token.length() > LONGEST || dot < 0 || !token.startsWith(HEADER + ".")) {
            return null;
        }
        try {
            byte[] signature = DECODER.decode(token.substring(dot + 1));
            if (!MessageDigest.isEqual(signature, sign(token.substring(0, dot)))) {
                return null;
            }
            return claims(DECODER.decode(token.substring(HEADER.length() + 1, dot)));
        } catch (IllegalArgumentException | IOException e) {
            return null;
        }
    }

    private static @Nullable Claims claims(byte[] json) throws IOException {
        String subject = null;
        long expires = 0;
        try (JsonParser in = Json.parser(json)) {
            in.nextToken();
            for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
                JsonToken value = in.nextToken();
                if (name.equals("sub") && value == JsonToken.VALUE_STRING) {
                    subject = in.getText();
                } else if (name.equals("exp") && value == JsonToken.VALUE_NUMBER_INT) {
                    expires = in.getLongValue();
                }
            }
        }
        return subject == null ? null : new Claims(subject, Instant.ofEpochSecond(expires));
    }

    private byte[] sign(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        return known == null ? keyOnce() : known;
    }

    /** A lock that lets virtual threads wait: the place of the secrets may take its time. */
    private SecretKeySpec keyOnce() {
        lock.lock();
        try {
            SecretKeySpec known = key;
            if (known == null) {
                known = new SecretKeySpec(DECODER.decode(keptOrNew()), ALGORITHM);
                key = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    private String keptOrNew() {
        byte[] fresh = new byte[32];
        RANDOM.nextBytes(fresh);
        String secret = ENCODER.encodeToString(fresh);
        try {
            String kept = secrets.get(SECRET).orElse(null);
            if (kept != null) {
                return kept;
            }
            secrets.put(SECRET, secret);
        } catch (SecretsException e) {
            LOG.warn("Visitors will not be known after a restart: {}", e.problem());
        }
        return secret;
    }

    private static String encode(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
