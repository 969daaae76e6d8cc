package app.prosa.channel.signature;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's signature: in Base64 the HMAC-SHA-1, under the account's token, of the URL and after it
 * each parameter of a form, sorted by name, as name and value. Any other body has its hash in the
 * URL, and the URL alone is signed.
 *
 * @see <a href="https://www.twilio.com/docs/usage/webhooks/webhooks-security">Twilio, Webhooks
 *     security</a>
 */
public final class TwilioSignature {
    public static final String HEADER = "X-Twilio-Signature";

    private final Hmac account;

    /**
     * @throws IllegalArgumentException when the token is empty
     */
    public TwilioSignature(String authToken) {
        this.account = Hmac.sha1(authToken);
    }

    /**
     * @param header what {@link #HEADER} says, or null
     * @param url the public URL that Twilio was given, with the query as it was received; never
     *     what the request says about its host
     * @param body as it was received
     */
    public boolean verify(@Nullable String header, String url, byte[] body) {
        SignedUrl signed = SignedUrl.of(url);
        Optional<String> hash = signed.bodyHash();
        if (hash.isPresent()) {
            return isSigned(header, signed, new byte[0]) && Hmac.same(sha256(body), hash.get());
        }
        Optional<FormBody> form = FormBody.parse(body);
        return form.isPresent() && isSigned(header, signed, parameters(form.get()));
    }

    private boolean isSigned(@Nullable String header, SignedUrl signed, byte[] parameters) {
        boolean genuine = false;
        for (String variant : signed.variants()) {
            byte[] code = account.of(variant.getBytes(StandardCharsets.UTF_8), parameters);
            genuine |= Hmac.same(Base64.getEncoder().encodeToString(code), header);
        }
        return genuine;
    }

    /** Values of the same name are sorted, and said once. */
    private static byte[] parameters(FormBody form) {
        SortedMap<String, SortedSet<String>> sorted = new TreeMap<>();
        for (FormBody.Raw field : form.raw()) {
            sorted.computeIfAbsent(field.name(), _ -> new TreeSet<>()).add(field.value());
        }
        StringBuilder all = new StringBuilder();
        sorted.forEach((name, values) -> values.forEach(value -> all.append(name).append(value)));
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TwilioSignature";
    }
}
