package app.prosa.desktop;

import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.HubState;
import app.prosa.settings.hub.RequestLine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A hub that is whatever a test says it is. */
public final class FakeHub implements HubControl {
    private final List<Consumer<HubState>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> requestListeners = new CopyOnWriteArrayList<>();
    private final List<RequestLine> requests = new CopyOnWriteArrayList<>();

    /** What was asked of it, in order. */
    public final List<String> asked = new CopyOnWriteArrayList<>();

    /** What it becomes when it is started. */
    public volatile HubState next = new HubState.Off();

    private volatile HubState state = new HubState.Off();

    public void become(HubState now) {
        state = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    public void answered(RequestLine line) {
        requests.addFirst(line);
        requestListeners.forEach(Runnable::run);
    }

    public int listeners() {
        return listeners.size() + requestListeners.size();
    }

    @Override
    public HubState start() {
        asked.add("start");
        become(next);
        return next;
    }

    @Override
    public void stop() {
        asked.add("stop");
        become(new HubState.Off());
    }

    @Override
    public HubState state() {
        return state;
    }

    @Override
    public List<RequestLine> requests() {
        return new ArrayList<>(requests);
    }

    @Override
    public Listening listenToRequests(Runnable listener) {
        requestListeners.add(listener);
        return () -> requestListeners.remove(listener);
    }

    @Override
    public Listening listen(Consumer<HubState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
