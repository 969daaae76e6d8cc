package app.prosa.channel.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the operator chose for Meta to show when it first calls the webhook's address, which is then
 * to answer with a word that Meta made up.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Meta,
 *     Webhooks, Verification Requests</a>
 */
public final class VerifyToken {
    // Meta sends digits. Whatever could be markup is not worth an answer: anybody may call here.
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final byte[] token;

    /**
     * @throws IllegalArgumentException when it is blank
     */
    public VerifyToken(String token) {
        if (token.isBlank()) {
            throw new IllegalArgumentException("The verify token is blank");
        }
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The parameters of the request are named as here with {@code hub.} before it.
     *
     * @return what to answer, as plain text with status 200; empty for a 403
     */
    public Optional<String> answer(
            @Nullable String mode, @Nullable String verifyToken, @Nullable String challenge) {
        boolean known = isSame(verifyToken == null ? "" : verifyToken);
        return Optional.ofNullable(challenge)
                .filter(_ -> known && "subscribe".equals(mode))
                .filter(word -> CHALLENGE.matcher(word).matches());
    }

    private boolean isSame(String given) {
        return MessageDigest.isEqual(token, given.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "VerifyToken";
    }
}
