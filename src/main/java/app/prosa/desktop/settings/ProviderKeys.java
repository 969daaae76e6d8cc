package app.prosa.desktop.settings;

import app.prosa.settings.Preset;
import app.prosa.settings.Secrets;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The keys of the providers, in the order in which they are asked for and kept. */
public final class ProviderKeys {
    private final SecretLine line;

    public ProviderKeys(Secrets secrets, Texts texts, Executor ui) {
        this(new SecretLine(secrets, texts, ui));
    }

    ProviderKeys(SecretLine line) {
        this.line = line;
    }

    void look(Settings.Provider provider, Consumer<KeyState> state) {
        if (provider.preset().key() == Preset.Key.NONE) {
            state.accept(new KeyState.NotNeeded());
        } else {
            line.look(Secrets.ofProvider(provider.id()), state);
        }
    }

    void store(Settings.Provider provider, String key, Consumer<KeyState> state) {
        line.store(Secrets.ofProvider(provider.id()), key, state);
    }

    void remove(String provider, Consumer<KeyState> state) {
        line.remove(Secrets.ofProvider(provider), state);
    }

    /**
     * Removes the key, and hands over what would bring it back.
     *
     * @param restore runs on any thread
     */
    void take(String provider, Consumer<Runnable> restore) {
        line.take(Secrets.ofProvider(provider), restore);
    }

    /** Waits, off the JavaFX thread, until everything asked for so far is done. */
    void settle() throws InterruptedException {
        line.settle();
    }
}
