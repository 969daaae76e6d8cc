package app.prosa.desktop.settings;

import app.prosa.settings.Secrets;
import app.prosa.settings.SecretsException;
import app.prosa.settings.Texts;
import app.prosa.settings.Variable;
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
 * Secrets by their names, asked for and kept on one thread of their own: a keychain may take its
 * time, and what was asked for first happens first.
 */
final class SecretLine {
    private static final Logger LOG = LoggerFactory.getLogger(SecretLine.class);

    private final Secrets secrets;
    private final Texts texts;
    private final Executor ui;
    private final ExecutorService line =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("keys").factory());

    SecretLine(Secrets secrets, Texts texts, Executor ui) {
        this.secrets = secrets;
        this.texts = texts;
        this.ui = ui;
    }

    void look(String name, Consumer<KeyState> state) {
        ask(() -> stateOf(name), state);
    }

    /** A place that cannot keep it is a failure, too: it is said, never passed over. */
    void store(String name, String secret, Consumer<KeyState> state) {
        ask(
                () -> {
                    secrets.put(name, secret);
                    return stateOf(name);
                },
                state);
    }

    void remove(String name, Consumer<KeyState> state) {
        ask(
                () -> {
                    secrets.remove(name);
                    return stateOf(name);
                },
                state);
    }

    /**
     * Removes the secret, and hands over what would bring it back.
     *
     * @param restore runs on any thread
     */
    void take(String name, Consumer<Runnable> restore) {
        line.execute(() -> {
            Optional<String> secret = taken(name);
            ui.execute(() -> restore.accept(() -> secret.ifPresent(s -> putBack(name, s))));
        });
    }

    /**
     * Hands over a secret that a person carries elsewhere; one that is not there yet is made first.
     * Nothing is handed over, and the state says why, where that cannot be.
     */
    void fetch(
            String name, Supplier<String> made, Consumer<String> taker, Consumer<KeyState> state) {
        ask(
                () -> {
                    String secret = getOrMake(name, made);
                    ui.execute(() -> taker.accept(secret));
                    return stateOf(name);
                },
                state);
    }

    private String getOrMake(String name, Supplier<String> made) {
        Optional<String> known = secrets.get(name);
        if (known.isPresent()) {
            return known.get();
        }
        String secret = made.get();
        secrets.put(name, secret);
        return secret;
    }

    /** Waits, off the JavaFX thread, until everything asked for so far is done. */
    void settle() throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);
        line.execute(settled::countDown);
        settled.await();
    }

    private Optional<String> taken(String name) {
        try {
            Optional<String> secret = secrets.get(name);
            secrets.remove(name);
            return secret;
        } catch (SecretsException e) {
            LOG.warn("A key could not be removed", e);
            return Optional.empty();
        }
    }

    private void putBack(String name, String secret) {
        line.execute(() -> {
            try {
                secrets.put(name, secret);
            } catch (SecretsException e) {
                LOG.warn("A key could not be brought back", e);
            }
        });
    }

    private KeyState stateOf(String name) {
        Optional<Variable> variable = secrets.variable(name);
        if (variable.isPresent()) {
            boolean given = secrets.get(name).isPresent();
            return new KeyState.FromEnvironment(variable.get().name(), given);
        }
        if (secrets.place() == Secrets.Place.FILE_LOCKED) {
            return new KeyState.Locked();
        }
        return secrets.get(name).isPresent()
                ? new KeyState.Stored(secrets.place())
                : new KeyState.Missing();
    }

    private void ask(Supplier<KeyState> question, Consumer<KeyState> state) {
        line.execute(() -> {
            KeyState answer = answer(question);
            ui.execute(() -> state.accept(answer));
        });
    }

    private KeyState answer(Supplier<KeyState> question) {
        try {
            return question.get();
        } catch (SecretsException e) {
            LOG.warn("The place of the secrets cannot be used", e);
            return new KeyState.Unusable(e.sentence(texts));
        }
    }
}
