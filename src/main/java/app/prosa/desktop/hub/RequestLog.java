package app.prosa.desktop.hub;

import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.RequestLine;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.PauseTransition;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

/**
 * The last requests, newest first, on the JavaFX thread. A busy hub costs that thread a few changes
 * a second, an idle one none.
 */
public final class RequestLog implements AutoCloseable {
    private static final Duration GATHERING = Duration.millis(250);

    private final HubControl hub;
    private final Executor ui;
    private final ObservableList<RequestLine> lines = FXCollections.observableArrayList();

    /** Kept, as it hears of the changes only as long as somebody holds it. */
    private final ObservableList<RequestLine> shown =
            FXCollections.unmodifiableObservableList(lines);

    private final AtomicBoolean heard = new AtomicBoolean();
    private final PauseTransition gathering = new PauseTransition(GATHERING);
    private final HubControl.Listening listening;
    private boolean paused;

    public RequestLog(HubControl hub, Executor ui) {
        this.hub = hub;
        this.ui = ui;
        gathering.setOnFinished(_ -> gathered());
        this.listening = hub.listenToRequests(this::hear);
        show();
    }

    public ObservableList<RequestLine> lines() {
        return shown;
    }

    /** What comes while it is paused is shown when it goes on. */
    public void pause(boolean value) {
        paused = value;
        show();
    }

    private void hear() {
        if (heard.compareAndSet(false, true)) {
            ui.execute(gathering::playFromStart);
        }
    }

    private void gathered() {
        heard.set(false);
        show();
    }

    private void show() {
        if (!paused) {
            lines.setAll(hub.requests());
        }
    }

    @Override
    public void close() {
        listening.close();
        gathering.stop();
    }
}
