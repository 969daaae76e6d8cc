package app.prosa.channel.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The key, the text and the code are the second example of RFC 4231. */
class MetaSignatureTest {
    private static final String SECRET = "Jefe";
    private static final MetaSignature META = new MetaSignature(List.of("other", SECRET));
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(UTF_8);
    private static final String SIGNATURE =
            "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @Test
    void any_of_the_apps_may_have_signed() {
        assertTrue(META.verify(SIGNATURE, BODY));
        assertTrue(new MetaSignature(List.of(SECRET, "other")).verify(SIGNATURE, BODY));
        assertFalse(new MetaSignature(List.of("other", "third")).verify(SIGNATURE, BODY));
    }

    @Test
    void a_flipped_bit_is_noticed() {
        BitFlips.of(BODY).forEach(body -> assertFalse(META.verify(SIGNATURE, body)));
        BitFlips.of(SIGNATURE).forEach(header -> assertFalse(META.verify(header, BODY)));
    }

    @Test
    void junk_is_refused_and_nothing_is_thrown() {
        String code = SIGNATURE.substring("sha256=".length());
        List<String> junk = List.of("", "sha256=", code, "sha1=" + code, "\uD800", "sha256=zz");
        junk.forEach(header -> assertFalse(META.verify(header, BODY)));
        assertFalse(META.verify(SIGNATURE.toUpperCase(Locale.ROOT), BODY));
        assertFalse(META.verify(SIGNATURE + " ", BODY));
        assertFalse(META.verify(SIGNATURE, new byte[0]));
        assertFalse(META.verify(null, BODY));
    }

    @Test
    void the_secrets_are_never_shown() {
        assertFalse(META.toString().contains(SECRET));
        assertThrows(IllegalArgumentException.class, () -> new MetaSignature(List.of()));
        assertThrows(IllegalArgumentException.class, () -> new MetaSignature(List.of("a", "")));
    }
}
