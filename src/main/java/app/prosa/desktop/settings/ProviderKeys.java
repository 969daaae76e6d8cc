package app.prosa.desktop.settings;

import app.prosa.settings.Environment;
import app.prosa.settings.Preset;
import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.Settings;
import app.prosa.settings.Texts;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of the providers, asked for and kept on one thread of their own: a keychain may take its
 * time, and what was asked for first happens first.
 */
public final class ProviderKeys {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

    private final Secrets secrets;
    private final Texts texts;
    private final Executor ui;
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("keys").factory());

    public ProviderKeys(Secrets secrets, Texts texts, Executor ui) {
        this.secrets = secrets;
        this.texts = texts;
        this.ui = ui;
    }

    void look(Settings.Provider provider, Consumer<KeyState> state) {
        if (provider.preset().key() == Preset.Key.NONE) {
            state.accept(new KeyState.NotNeeded());
        } else {
            ask(() -> stateOf(provider.id()), state);
        }
    }

    /** An empty place to keep it is a failure, too: it is said, never passed over. */
    void store(Settings.Provider provider, String key, Consumer<KeyState> state) {
        ask(
                () -> {
                    secrets.put(Secrets.ofProvider(provider.id()), key);
                    return stateOf(provider.id());
                },
                state);
    }

    void remove(String provider, Consumer<KeyState> state) {
        ask(
                () -> {
                    secrets.remove(Secrets.ofProvider(provider));
                    return stateOf(provider);
                },
                state);
    }

    /**
     * Removes the key, and hands over what would bring it back.
     *
     * @param restore runs on any thread
     */
    void take(String provider, Consumer<Runnable> restore) {
        String name = Secrets.ofProvider(provider);
        line.execute(() -> {
            Optional<String> key = taken(name);
            ui.execute(() -> restore.accept(() -> key.ifPresent(k -> putBack(name, k))));
        });
    }

    /**
     * Runs something on the secrets in their turn; the result arrives on the interface's thread.
     */
    <T> void run(Supplier<T> work, Consumer<T> done) {
        line.execute(() -> {
            T result = work.get();
            ui.execute(() -> done.accept(result));
        });
    }

    /** Waits, off the JavaFX thread, until everything asked for so far is done. */
    void settle() throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);
        line.execute(settled::countDown);
        settled.await();
    }

    private Optional<String> taken(String name) {
        try {
            Optional<String> key = secrets.get(name);
            secrets.remove(name);
            return key;
        } catch (SecretsException e) {
            LOG.warn("A key could not be removed", e);
            return Optional.empty();
        }
    }

    private void putBack(String name, String key) {
        line.execute(() -> {
            try {
                secrets.put(name, key);
            } catch (SecretsException e) {
                LOG.warn("A key could not be brought back", e);
            }
        });
    }

    private KeyState stateOf(String provider) {
        if (provider.equals(Environment.PROVIDER)) {
            boolean given = secrets.get(Secrets.ofProvider(provider)).isPresent();
            return new KeyState.FromEnvironment(given);
        }
        if (secrets.place() == Secrets.Place.FILE_LOCKED) {
            return new KeyState.Locked();
        }
        return secrets.get(Secrets.ofProvider(provider)).isPresent()
                ? new KeyState.Stored(secrets.place())
                : new KeyState.Missing();
    }

    private void ask(Supplier<KeyState> question, Consumer<KeyState> state) {
        run(
                () -> {
                    try {
                        return question.get();
                    } catch (SecretsException e) {
                        LOG.warn("The place of the secrets cannot be used", e);
                        return new KeyState.Unusable(e.sentence(texts));
                    }
                },
                state);
    }
}
