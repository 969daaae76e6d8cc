package app.prosa.settings.secrets;

import app.prosa.settings.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Vaults for tests outside this package: nobody's real keychain is touched. */
public final class TestVaults {
    private TestVaults() {}

    /** On a computer without a keychain. */
    public static SecretVault withoutKeychain(Path directory) {
        return new SecretVault(directory, Environment.of(Map.of()), Optional::empty);
    }

    /** On a computer with one, which is empty. */
    public static SecretVault withKeychain(Path directory) {
        FakeKeychain keychain = new FakeKeychain();
        return new SecretVault(
                directory, Environment.of(Map.of()), () -> Optional.<SecretStore>of(keychain));
    }
}
