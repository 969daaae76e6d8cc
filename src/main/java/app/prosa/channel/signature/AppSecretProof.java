package app.prosa.channel.signature;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Shows Meta that a call with a token is from the app that the token was made for: in lower
 * hexadecimal the HMAC-SHA-256 of the token under the app's secret. Without the token it is of no
 * use to anybody, but it belongs into no log all the same.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/secure-requests">Meta, Graph
 *     API, Secure Requests</a>
 */
public final class AppSecretProof {
    public static final String PARAMETER = "appsecret_proof";

    private AppSecretProof() {}

    /**
     * @throws IllegalArgumentException when the secret is empty
     */
    public static String of(String token, String appSecret) {
        byte[] bytes = token.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Hmac.sha256(appSecret).of(bytes));
    }
}
