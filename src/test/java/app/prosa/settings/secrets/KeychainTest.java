package app.prosa.settings.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.javakeyring.PasswordAccessException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class KeychainTest {
    /** What java-keyring 1.0.4 says on Linux (Secret Service, KWallet), Windows and macOS. */
    @Test
    void there_is_none_is_told_from_it_failed() {
        for (String absent :
                List.of(
                        "No stored credentials match Prosa account: provider/a",
                        "Password is not in wallet",
                        "Password cannot be deleted, it is not in wallet",
                        "Error code 1168",
                        "No password to delete. x")) {
            assertTrue(Keychain.saysAbsent(new PasswordAccessException(absent)), absent);
        }
        for (String failed :
                List.of(
                        "Error code 5",
                        "Failed to get credential. The user name is not correct.",
                        "Too many stored credentials match Prosa account: provider/a")) {
            assertFalse(Keychain.saysAbsent(new PasswordAccessException(failed)), failed);
        }
        assertFalse(Keychain.saysAbsent(new PasswordAccessException(null)));
    }

    /** Not by itself: it writes to the keychain of whoever runs it. */
    @Test
    @EnabledIfSystemProperty(
            named = "prosa.test.keychain",
            matches = "true",
            disabledReason = "asks the real keychain: JAVA_TOOL_OPTIONS=-Dprosa.test.keychain=true")
    void the_real_keychain_keeps_and_forgets() {
        try (SecretStore keychain = Keychain.open().orElseThrow()) {
            String name = "test/keychain";
            keychain.remove(name);
            assertEquals(Optional.empty(), keychain.get(name));
            keychain.put(name, "ação 😀");
            assertEquals(Optional.of("ação 😀"), keychain.get(name));
            keychain.put(name, "two");
            assertEquals(Optional.of("two"), keychain.get(name));
            keychain.remove(name);
            keychain.remove(name);
            assertEquals(Optional.empty(), keychain.get(name));
        }
    }
}
