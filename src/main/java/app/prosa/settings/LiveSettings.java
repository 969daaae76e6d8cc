package app.prosa.settings;

import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings while the program runs: what the file says, and over it what the environment says.
 * From any thread.
 */
public final class LiveSettings {
    private final SettingsFile file;
    private final Overrides overrides;
    private final @Nullable Path setAside;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<Change>> subscribers = new CopyOnWriteArrayList<>();
    private final Queue<Change> untold = new ArrayDeque<>();
    private boolean telling;
    private volatile Settings stored;
    private volatile Settings current;

    private LiveSettings(SettingsFile file, SettingsFile.Loaded loaded, Overrides overrides) {
        this.file = file;
        this.overrides = overrides;
        this.setAside = loaded.setAside();
        this.stored = overrides.without(loaded.settings(), Settings.DEFAULT);
        this.current = overrides.over(stored);
    }

    /** From one state of the settings that hold to the next. */
    public record Change(Settings before, Settings after) {}

    /**
     * Reads {@code settings.json}; a file that is not there means the defaults.
     *
     * @throws IOException if the file cannot be read, and cannot be set aside either
     */
    public static LiveSettings open(Path directory, Environment environment) throws IOException {
        var file = new SettingsFile(directory);
        return new LiveSettings(file, file.load(), new Overrides(environment));
    }

    /** The settings that hold. */
    public Settings current() {
        return current;
    }

    /** What the operator chose, without what the environment overrides. */
    public Settings stored() {
        return stored;
    }

    /** Which settings the environment fixes, and by which variable. */
    public Map<Overridable, Variable> overrides() {
        return overrides.fixed();
    }

    /** Which settings of a channel the environment fixes, and by which variable. */
    public Map<ChannelField, Variable> overrides(Platform platform) {
        return overrides.fixed(platform);
    }

    /** Where the settings file was put because it could not be read; the defaults hold then. */
    public Optional<Path> setAside() {
        return Optional.ofNullable(setAside);
    }

    /**
     * Stores the change at once and tells the subscribers. Waits for the disk (milliseconds), so
     * not on the JavaFX thread.
     *
     * @param change makes new settings out of the stored ones; what it takes over from the
     *     environment's provider is left out
     * @return the settings that hold now
     * @throws UncheckedIOException if they cannot be stored; then the old ones hold
     */
    public Settings update(UnaryOperator<Settings> change) {
        Settings result = store(change);
        tell();
        return result;
    }

    /**
     * @param subscriber gets every change from now on, in order and one at a time, on the thread
     *     that made it or one that made another at the same time
     * @return ends it
     */
    public Subscription subscribe(Consumer<Change> subscriber) {
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    /** Ends when it is closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private Settings store(UnaryOperator<Settings> change) {
        lock.lock();
        try {
            Settings next = overrides.without(change.apply(stored), stored);
            if (!next.equals(stored)) {
                file.save(next);
                var told = new Change(current, overrides.over(next));
                stored = next;
                current = told.after();
                if (!told.before().equals(told.after())) {
                    untold.add(told);
                }
            }
            return current;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    /** Outside the lock, so that a subscriber may do as it likes, even change the settings. */
    private void tell() {
        for (Change change = next(false); change != null; change = next(true)) {
            for (Consumer<Change> subscriber : subscribers) {
                tell(subscriber, change);
            }
        }
    }

    /** The next change for this thread to tell of; null if none is left or another thread does. */
    private @Nullable Change next(boolean mine) {
        lock.lock();
        try {
            if (telling && !mine) {
                return null;
            }
            Change change = untold.poll();
            telling = change != null;
            return change;
        } finally {
            lock.unlock();
        }
    }

    /** A subscriber that fails does not keep the change from the others. */
    private static void tell(Consumer<Change> subscriber, Change change) {
        try {
            subscriber.accept(change);
        } catch (RuntimeException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
        }
    }
}
