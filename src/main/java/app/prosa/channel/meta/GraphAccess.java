package app.prosa.channel.meta;

import app.prosa.channel.signature.AppSecretProof;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the Graph API is, and what lets us in.
 *
 * <p>With the secret of the app that the token was made for, each call carries a proof that we have
 * it. Meta asks for the proof only where the operator has set "Require App Secret" for the app, and
 * refuses a call with a wrong one, so the secret is to be given here only then: the webhook's
 * secret may be another app's.
 */
public final class GraphAccess {
    /** For WhatsApp, Messenger, and Instagram accounts that belong to a page. */
    public static final URI FACEBOOK = URI.create("https://graph.facebook.com");

    /** For Instagram accounts that logged in by themselves. */
    public static final URI INSTAGRAM = URI.create("https://graph.instagram.com");

    public static final String DEFAULT_VERSION = "v23.0";

    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,2}");

    private final URI base;
    private final String version;
    private final GraphToken token;
    private final @Nullable String proof;

    /**
     * @param base a server's address, without the version
     * @param version such as {@link #DEFAULT_VERSION}
     * @param appSecret see above; or null
     * @throws IllegalArgumentException when one of them cannot be what it is given for; the message
     *     does not show it
     */
    public GraphAccess(URI base, String version, GraphToken token, @Nullable String appSecret) {
        boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
        boolean plain = base.getRawQuery() == null && base.getRawFragment() == null;
        if (!web || !plain || base.getHost() == null || base.getRawUserInfo() != null) {
            throw new IllegalArgumentException("This is no address of a Graph API server");
        }
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("This is no version of the Graph API");
        }
        this.base = URI.create(base.toString().replaceFirst("/+$", ""));
        this.version = version;
        this.token = token;
        this.proof = appSecret == null ? null : AppSecretProof.of(token.reveal(), appSecret);
    }

    URI base() {
        return base;
    }

    GraphToken token() {
        return token;
    }

    @Nullable String proof() {
        return proof;
    }

    /**
     * @param path and query, without a slash before them
     */
    URI uri(String path) {
        return URI.create(base + "/" + version + "/" + path);
    }

    Map<String, String> authorization() {
        return Map.of("Authorization", "Bearer " + token.reveal());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "GraphAccess[" + version + "]";
    }
}
