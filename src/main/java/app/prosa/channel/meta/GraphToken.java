package app.prosa.channel.meta;

import java.util.regex.Pattern;

/**
 * An access token of the Graph API. It goes out in a header only, never in an address, and what is
 * shown of an answer goes through {@link #redact} first.
 *
 * @see <a href="https://developers.facebook.com/docs/facebook-login/guides/access-tokens">Meta,
 *     Access Tokens</a>
 */
public final class GraphToken {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_.|-]{10,2000}");
    private static final Pattern ANY = Pattern.compile("\\b(EAA|IGAA|IGQ)[A-Za-z0-9_-]{20,}");
    private static final Pattern PROOF = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final String REDACTED = "[token]";

    private final String token;

    /**
     * @throws IllegalArgumentException when it cannot be a token; the message does not show it
     */
    public GraphToken(String token) {
        if (!SHAPE.matcher(token).matches()) {
            throw new IllegalArgumentException("This is no access token of Meta");
        }
        this.token = token;
    }

    /** For the header. */
    String reveal() {
        return token;
    }

    /** A text without this token or anything that looks like one, or like a proof of one. */
    String redact(String text) {
        String clean = ANY.matcher(text.replace(token, REDACTED)).replaceAll(REDACTED);
        return PROOF.matcher(clean).replaceAll("[proof]");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "GraphToken";
    }
}
