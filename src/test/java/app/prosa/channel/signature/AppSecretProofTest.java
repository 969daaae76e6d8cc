package app.prosa.channel.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The key, the text and the code are the second example of RFC 4231. */
class AppSecretProofTest {
    @Test
    void it_is_the_token_signed_with_the_secret() {
        assertEquals(
                "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                AppSecretProof.of("what do ya want for nothing?", "Jefe"));
        assertThrows(IllegalArgumentException.class, () -> AppSecretProof.of("token", ""));
    }
}
