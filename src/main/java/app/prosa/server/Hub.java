package app.prosa.server;

import app.prosa.server.access.Access;
import app.prosa.server.access.VisitorTokens;
import app.prosa.server.http.Patience;
import app.prosa.server.http.Route;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.HubProblem;
import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubState;
import app.prosa.settings.hub.RequestLine;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hub: the one door to the server. Starts and stops as often as one likes, until it is closed.
 */
public final class Hub implements HubControl, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hub.class);

    private final HubParts parts;
    private final VisitorTokens tokens;
    private final Requests requests;
    private final Patience patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Consumer<HubState>> listeners = new CopyOnWriteArrayList<>();
    private final LiveSettings.Subscription subscription;
    private volatile HubState state = new HubState.Off();
    private @Nullable Running running;
    private boolean closed;

    public Hub(HubParts parts) {
        this(parts, Patience.DEFAULT);
    }

    Hub(HubParts parts, Patience patience) {
        this.parts = parts;
        this.patience = patience;
        this.tokens = new VisitorTokens(parts.secrets(), parts.clock());
        this.requests = new Requests(parts.clock());
        this.subscription = parts.settings().subscribe(this::onSettings);
    }

    @Override
    public HubState start() {
        lock.lock();
        try {
            if (running == null && !closed) {
                become(new HubState.Starting());
                become(tryToStart(parts.settings().current().hub()));
            }
            return state;
        } finally {
            lock.unlock();
        }
    }

    /** Starts if the operator chose that it starts with the window. */
    public void startIfChosen() {
        if (parts.settings().current().hub().on()) {
            start();
        }
    }

    private HubState tryToStart(HubSettings settings) {
        try {
            Whereabouts whereabouts = new Whereabouts(settings);
            Access access = new Access(settings, parts.apiKey(), tokens, System::nanoTime);
            if (!whereabouts.isLocal() && !access.hasKeys()) {
                HubProblem problem = new HubProblem(HubProblem.Kind.NO_KEY, settings.bind(), 0);
                throw new HubFailure(problem, null);
            }
            Running started = Running.start(parts, settings, access, tokens, requests, patience);
            running = started;
            HubState.On on = started.state(parts.settings().current().hub());
            LOG.info("The hub listens at {}", on.address());
            return on;
        } catch (HubFailure e) {
            LOG.info("The hub did not start: {}", e.getMessage());
            return new HubState.Failed(e.problem());
        }
    }

    @Override
    public void stop() {
        lock.lock();
        try {
            if (running != null) {
                become(new HubState.Stopping());
                running.stop();
                running = null;
                LOG.info("The hub has stopped");
                become(new HubState.Off());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public HubState state() {
        return state;
    }

    @Override
    public List<RequestLine> requests() {
        return requests.all();
    }

    @Override
    public Listening listenToRequests(Runnable listener) {
        return requests.listen(listener);
    }

    @Override
    public Listening listen(Consumer<HubState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** What it answers while it runs; otherwise nothing. */
    List<Route> routes() {
        lock.lock();
        try {
            return running == null ? List.of() : running.routes();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            subscription.close();
            stop();
        } finally {
            lock.unlock();
        }
    }

    /** On a thread of its own: whoever changes the settings does not wait for a hub that stops. */
    private void onSettings(LiveSettings.Change change) {
        if (!change.after().hub().equals(change.before().hub())) {
            Thread.ofVirtual().start(this::follow);
        }
    }

    private void follow() {
        lock.lock();
        try {
            HubState now =
                    running == null ? state : running.state(parts.settings().current().hub());
            if (!now.equals(state)) {
                become(now);
            }
        } finally {
            lock.unlock();
        }
    }

    private void become(HubState next) {
        state = next;
        listeners.forEach(listener -> listener.accept(next));
    }
}
