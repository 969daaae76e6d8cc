package app.prosa.desktop.shell;

import app.prosa.desktop.hub.HubWatch;
import app.prosa.desktop.shell.ClosingQuestion.Answer;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.hub.HubControl;
import app.prosa.settings.hub.HubSettings.WhenClosed;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * What it means that the window is closed: the end of the program, unless the hub is on and shall
 * go on without it.
 */
final class Closing {
    private final HubControl hub;
    private final LiveSettings settings;
    private final Ways ways;

    /** What can be done. */
    interface Ways {
        /** Takes the window away; the program goes on. */
        void keep();

        /**
         * @param first is waited for
         */
        void end(CompletableFuture<Void> first);

        void ask(Consumer<Answer> answered);
    }

    Closing(HubControl hub, LiveSettings settings, Ways ways) {
        this.hub = hub;
        this.settings = settings;
        this.ways = ways;
    }

    void close() {
        WhenClosed choice = settings.current().hub().whenClosed();
        switch (HubWatch.serves(hub.state()) ? choice : WhenClosed.STOP) {
            case ASK -> ways.ask(this::answered);
            case KEEP -> ways.keep();
            case STOP -> ways.end(CompletableFuture.completedFuture(null));
        }
    }

    private void answered(Answer answer) {
        CompletableFuture<Void> remembered =
                answer.remember()
                        ? CompletableFuture.runAsync(() -> remember(answer.choice()))
                        : CompletableFuture.completedFuture(null);
        if (answer.choice() == WhenClosed.KEEP) {
            ways.keep();
        } else {
            ways.end(remembered);
        }
    }

    private void remember(WhenClosed choice) {
        try {
            settings.update(all -> all.with(all.hub().withWhenClosed(choice)));
        } catch (UncheckedIOException e) {
            LoggerFactory.getLogger(Closing.class).warn("The answer was not kept", e);
        }
    }
}
