package app.prosa.channel.signature;

import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The signature of WhatsApp's Cloud API, Instagram and Messenger: {@code X-Hub-Signature-256:
 * sha256=} and in lower hexadecimal the HMAC-SHA-256 of the body under the app's secret.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Meta,
 *     Webhooks, Validating Payloads</a>
 */
public final class MetaSignature {
    public static final String HEADER = "X-Hub-Signature-256";

    private final List<Hmac> apps;

    /**
     * @param appSecrets any of them may have signed: an Instagram login and a Facebook login are
     *     two apps to Meta
     * @throws IllegalArgumentException when there is none, or one is empty
     */
    public MetaSignature(List<String> appSecrets) {
        if (appSecrets.isEmpty()) {
            throw new IllegalArgumentException("There is no secret");
        }
        this.apps = appSecrets.stream().map(Hmac::sha256).toList();
    }

    /**
     * @param header what {@link #HEADER} says, or null
     * @param body as it was received: Meta escapes what is not ASCII in a way of its own
     */
    public boolean verify(@Nullable String header, byte[] body) {
        boolean genuine = false;
        for (Hmac app : apps) {
            String expected = written(app, body);
            genuine |= Hmac.same(expected, header);
        }
        return genuine;
    }

    /**
     * What {@link #HEADER} says, for who plays Meta.
     *
     * @throws IllegalArgumentException when the secret is empty
     */
    public static String of(byte[] body, String appSecret) {
        return written(Hmac.sha256(appSecret), body);
    }

    private static String written(Hmac app, byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(app.of(body));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "MetaSignature[" + apps.size() + " apps]";
    }
}
