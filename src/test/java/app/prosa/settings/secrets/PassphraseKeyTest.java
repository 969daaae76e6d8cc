package app.prosa.settings.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import org.junit.jupiter.api.Test;

class PassphraseKeyTest {
    private static final byte[] SALT = "0123456789abcdef".getBytes(UTF_8);
    private static final byte[] NONCE = "nonce nonce ".getBytes(UTF_8);
    private static final byte[] HEADER = "header".getBytes(UTF_8);

    @Test
    void what_is_sealed_opens_with_the_same_header_and_no_other() throws AEADBadTagException {
        byte[] plain = "secret".getBytes(UTF_8);
        byte[] sealed = derive("word", SALT).seal(NONCE, HEADER, plain);
        assertArrayEquals(plain, derive("word", SALT).open(NONCE, HEADER, sealed));
        assertThrows(
                AEADBadTagException.class,
                () -> derive("word", SALT).open(NONCE, "Header".getBytes(UTF_8), sealed));
    }

    @Test
    void the_mark_differs_by_passphrase_and_by_salt() {
        byte[] mark = derive("word", SALT).mark();
        byte[] otherSalt = "fedcba9876543210".getBytes(UTF_8);
        assertArrayEquals(mark, derive("word", SALT).mark());
        assertFalse(Arrays.equals(mark, derive("Word", SALT).mark()));
        assertFalse(Arrays.equals(mark, derive("word", otherSalt).mark()));
    }

    /**
     * Computed once with another implementation (Python's hashlib and cryptography): a change of
     * these values would lock everybody out of their files.
     */
    @Test
    void the_derivation_never_changes() throws AEADBadTagException {
        PassphraseKey key = derive("ação 😀", SALT);
        assertEquals("31ddfb3abcde3517715a6b7e61f71aec", HexFormat.of().formatHex(key.mark()));
        byte[] sealed = HexFormat.of().parseHex("97bf6eb8d506c314c9e05c09a1040de03eb0ce86ea79");
        assertArrayEquals("secret".getBytes(UTF_8), key.open(NONCE, HEADER, sealed));
    }

    private static PassphraseKey derive(String passphrase, byte[] salt) {
        return PassphraseKey.derive(passphrase.toCharArray(), salt, 1_000);
    }
}
