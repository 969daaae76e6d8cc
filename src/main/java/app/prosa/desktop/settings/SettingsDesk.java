package app.prosa.desktop.settings;

import app.prosa.settings.LiveSettings;
import app.prosa.settings.Overridable;
import app.prosa.settings.Settings;
import app.prosa.settings.channels.ChannelField;
import app.prosa.settings.channels.Platform;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the settings from the JavaFX thread: on the screen at once, on the disk in the order in
 * which they were made. What could not be stored does not stay on the screen.
 */
public final class SettingsDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsDesk.class);

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final LiveSettings live;
    private final Executor ui;
    private final Runnable notStored;
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("settings").factory());
    private final ReadOnlyObjectWrapper<Settings> shown;
    private final LiveSettings.Subscription subscription;
    private int unwritten;

    /**
     * @param ui where everything of this class is called and {@link #shownProperty} changes
     * @param notStored tells the reader that a change could not be stored
     */
    public SettingsDesk(LiveSettings live, Executor ui, Runnable notStored) {
        this.live = live;
        this.ui = ui;
        this.notStored = notStored;
        this.shown = new ReadOnlyObjectWrapper<>(live.current());
        this.subscription = live.subscribe(_ -> ui.execute(this::follow));
    }

    /** The environment variable that overrides a setting, if one does. */
    public Optional<String> fixedBy(Overridable setting) {
        return Optional.ofNullable(live.overrides().get(setting)).map(Enum::name);
    }

    Optional<String> fixedBy(Platform platform, ChannelField field) {
        return Optional.ofNullable(live.overrides(platform).get(field)).map(Enum::name);
    }

    public Settings shown() {
        return shown.get();
    }

    public ReadOnlyObjectProperty<Settings> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /**
     * @param change is applied to what is shown and again to what is stored, so it must be free of
     *     effects
     */
    public void update(UnaryOperator<Settings> change) {
        unwritten++;
        shown.set(change.apply(shown.get()));
        writer.execute(() -> write(change));
    }

    /** Waits, off the JavaFX thread, until all changes made so far are stored or have failed. */
    void settle() throws InterruptedException {
        CountDownLatch settled = new CountDownLatch(1);
        writer.execute(settled::countDown);
        settled.await();
    }

    /** Stores what was changed until now first: the program may end right after. */
    @Override
    public void close() {
        subscription.close();
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("The settings could not be stored in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(UnaryOperator<Settings> change) {
        try {
            live.update(change);
            ui.execute(this::written);
        } catch (UncheckedIOException e) {
            LOG.warn("The settings could not be stored", e);
            ui.execute(() -> {
                written();
                notStored.run();
            });
        }
    }

    private void written() {
        unwritten--;
        follow();
    }

    /** While a change is on its way, what the operator sees is ahead of what is stored. */
    private void follow() {
        if (unwritten == 0) {
            shown.set(live.current());
        }
    }
}
