package app.prosa.updates;

import app.prosa.settings.LiveSettings;
import app.prosa.settings.updates.Finding;
import app.prosa.settings.updates.NewVersions;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for new versions when it is asked to, and once a day at most where the settings want that.
 */
public final class Lookout implements NewVersions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BETWEEN = Duration.ofDays(1);
    private static final Executor BACKGROUND = Thread.ofVirtual().name("lookout-", 0)::start;

    private final Optional<Releases> releases;
    private final LiveSettings settings;
    private final Clock clock;
    private final Waits waits;
    private final List<Consumer<Finding>> listeners = new CopyOnWriteArrayList<>();
    private volatile @Nullable Finding last;
    private volatile @Nullable Instant looked;
    private volatile boolean closed;

    /**
     * When things are done.
     *
     * @param first runs something when the start is long over
     * @param next runs something when it is time to see whether a day has gone by
     */
    record Waits(Executor first, Executor next) {
        static final Waits REAL =
                new Waits(
                        CompletableFuture.delayedExecutor(30, TimeUnit.SECONDS, BACKGROUND),
                        CompletableFuture.delayedExecutor(1, TimeUnit.HOURS, BACKGROUND));
    }

    /**
     * @param address of a call like GitHub's <a
     *     href="https://docs.github.com/en/rest/releases/releases">Get the latest release</a>;
     *     without one, or with one that is not https, nobody ever looks
     * @param version of this program
     */
    public Lookout(String address, String version, LiveSettings settings, Clock clock) {
        this(address, version, PATIENCE, settings, clock, Waits.REAL);
    }

    Lookout(
            String address,
            String version,
            Duration patience,
            LiveSettings settings,
            Clock clock,
            Waits waits) {
        this.releases =
                Address.parse(address)
                        .filter(Address::mayBeAsked)
                        .map(uri -> new Releases(uri, version, patience));
        this.settings = settings;
        this.clock = clock;
        this.waits = waits;
        this.looked = settings.current().updates().looked();
    }

    /** From now on it looks once a day, whenever the settings want it to. Returns at once. */
    public void begin() {
        if (canLook()) {
            waits.first.execute(this::lookIfDue);
        }
    }

    @Override
    public boolean canLook() {
        return releases.isPresent();
    }

    @Override
    public Finding look() throws InterruptedException {
        Releases asked =
                releases.orElseThrow(() -> new IllegalStateException("nobody knows where"));
        note(clock.instant());
        Finding finding = asked.latest();
        last = finding;
        listeners.forEach(listener -> listener.accept(finding));
        return finding;
    }

    @Override
    public Optional<Finding> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public LiveSettings.Subscription listen(Consumer<Finding> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void lookIfDue() {
        if (closed) {
            return;
        }
        try {
            if (settings.current().updates().daily() && isDue(clock.instant())) {
                look();
            }
            waits.next.execute(this::lookIfDue);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A time that is yet to come was written by a clock that was wrong. */
    private boolean isDue(Instant now) {
        Instant before = looked;
        return before == null || now.isBefore(before) || !now.isBefore(before.plus(BETWEEN));
    }

    /** Before the answer: a look that fails is one, too, and so is one that the end cuts off. */
    private void note(Instant now) {
        looked = now;
        try {
            settings.update(all -> all.with(all.updates().withLooked(now)));
        } catch (UncheckedIOException e) {
            LOG.warn("When new versions were looked for could not be stored", e);
        }
    }

    /** What has not begun is left undone. */
    @Override
    public void close() {
        closed = true;
    }
}
