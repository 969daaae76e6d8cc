package app.prosa.desktop.settings;

import app.prosa.desktop.SlowWork;
import app.prosa.settings.Secrets;
import app.prosa.settings.Secrets.Place;
import app.prosa.settings.SecretsException;
import app.prosa.settings.Texts;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** Where the keys are kept, and what can be done about it. */
final class KeyPlaceViewModel {
    /**
     * How keys are kept.
     *
     * @param leftBehind some are in a file of before, where nobody looks
     */
    record Kept(Place place, boolean leftBehind) {}

    private final Secrets secrets;
    private final SecretFileDoor file;
    private final Texts texts;
    private final Runnable changed;
    private final SlowWork work;
    private final ReadOnlyObjectWrapper<@Nullable Kept> kept = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /**
     * @param changed runs when keys are kept somewhere else than before
     */
    KeyPlaceViewModel(
            Secrets secrets, SecretFileDoor file, Texts texts, Executor ui, Runnable changed) {
        this.secrets = secrets;
        this.file = file;
        this.texts = texts;
        this.changed = changed;
        this.work = new SlowWork(ui);
    }

    /** Null until it is known. */
    ReadOnlyObjectProperty<@Nullable Kept> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return work.runningProperty();
    }

    void look() {
        work.start(this::now, kept::set, this::failed);
    }

    private Kept now() {
        return new Kept(secrets.place(), file.isLeftBehind());
    }

    /** Keeps the keys in an encrypted file from now on. */
    void create(String passphrase, String again) {
        if (passphrase.isEmpty()) {
            problem.set(texts.get("settings.passphrase.blank"));
        } else if (!passphrase.equals(again)) {
            problem.set(texts.get("settings.passphrase.different"));
        } else {
            use(passphrase, file::create);
        }
    }

    void unlock(String passphrase) {
        useIfAny(passphrase, file::unlock);
    }

    /** Takes the keys of the file of before along. */
    void move(String passphrase) {
        useIfAny(passphrase, file::moveToKeychain);
    }

    private void useIfAny(String passphrase, Consumer<char[]> action) {
        if (passphrase.isEmpty()) {
            problem.set(texts.get("settings.passphrase.blank"));
        } else {
            use(passphrase, action);
        }
    }

    /** Starts anew without the file whose passphrase is lost. */
    void forget() {
        start(file::forget);
    }

    void typed() {
        problem.set("");
    }

    private void use(String passphrase, Consumer<char[]> action) {
        char[] characters = passphrase.toCharArray();
        start(() -> action.accept(characters));
    }

    private void start(Runnable action) {
        problem.set("");
        work.start(
                () -> {
                    action.run();
                    return now();
                },
                now -> {
                    kept.set(now);
                    changed.run();
                },
                this::failed);
    }

    private void failed(Exception e) {
        problem.set(
                e instanceof SecretsException known
                        ? known.sentence(texts)
                        : texts.get("secrets.file"));
    }
}
