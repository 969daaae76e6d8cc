package app.prosa.settings.hub;

import java.util.List;
import java.util.function.Consumer;

/** The switch of the hub, and what it tells. From any thread but the JavaFX thread, unless said. */
public interface HubControl {

    /**
     * Starts with the settings of this moment; does nothing if it runs.
     *
     * @return {@link HubState.On} or {@link HubState.Failed}
     */
    HubState start();

    /** Lets the answers under way come to their end, up to some seconds, and closes everything. */
    void stop();

    /** At once, from any thread. */
    HubState state();

    /** At once, from any thread: the last requests, newest first, at most a few hundred. */
    List<RequestLine> requests();

    /**
     * @param listener is told of each new request by the thread that answers it; returns at once
     * @return ends it
     */
    Listening listenToRequests(Runnable listener);

    /**
     * @param listener gets every new state on the thread that caused it; returns quickly
     * @return ends it
     */
    Listening listen(Consumer<HubState> listener);

    /** Ends when it is closed; closing twice is harmless. */
    @FunctionalInterface
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
