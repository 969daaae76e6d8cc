package app.prosa.desktop.settings;

import app.prosa.settings.secrets.SecretVault;

/**
 * What the operator can do about the encrypted file of secrets. All of it blocks, wipes the
 * passphrase, and throws {@link app.prosa.settings.SecretsException}.
 */
public interface SecretFileDoor {
    /** Moves what is in memory into a new file. */
    void create(char[] passphrase);

    /** Opens the file that is there. */
    void unlock(char[] passphrase);

    /** For a lost passphrase: sets the file aside. */
    void forget();

    /** Whether keys go to the keychain while a file of before is still there. */
    boolean isLeftBehind();

    /** Moves what is in that file into the keychain, and sets the file aside. */
    void moveToKeychain(char[] passphrase);

    static SecretFileDoor of(SecretVault vault) {
        return new SecretFileDoor() {
            @Override
            public void create(char[] passphrase) {
                vault.createFile(passphrase);
            }

            @Override
            public void unlock(char[] passphrase) {
                vault.unlock(passphrase);
            }

            @Override
            public void forget() {
                vault.forgetFile();
            }

            @Override
            public boolean isLeftBehind() {
                return vault.fileLeftBehind();
            }

            @Override
            public void moveToKeychain(char[] passphrase) {
                vault.moveToKeychain(passphrase);
            }
        };
    }
}
