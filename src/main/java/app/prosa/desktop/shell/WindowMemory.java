package app.prosa.desktop.shell;

import static java.util.Objects.requireNonNull;

import app.prosa.settings.WindowState;
import app.prosa.settings.WindowState.Bounds;
import app.prosa.settings.WindowState.Look;
import java.io.IOException;
import java.nio.file.Path;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts the window where it was and remembers where it is. */
final class WindowMemory {
    private static final Duration QUIET = Duration.seconds(1);
    private static final double MIN_WIDTH = 480;
    private static final double MIN_HEIGHT = 400;
    private static final double WIDTH = 1180;
    private static final double HEIGHT = 780;

    /** How much of the window must lie on a screen for it to be found there. */
    private static final double GRIP = 80;

    private final Stage stage;
    private final ShellModel model;
    private final Path dataDir;
    private final PauseTransition later = new PauseTransition(QUIET);
    private @Nullable Bounds bounds;
    private @Nullable String conversation;
    private Look look;
    private boolean over;

    /** What is to be written down: whoever comes to it late writes nothing that is older. */
    private volatile @Nullable WindowState latest;

    WindowMemory(Stage stage, ShellModel model, Path dataDir, WindowState state) {
        this.stage = stage;
        this.model = model;
        this.dataDir = dataDir;
        this.bounds = state.bounds();
        this.conversation = state.conversation();
        this.look = state.look();
        later.setOnFinished(event -> Thread.ofVirtual().start(saving()));
    }

    /** Before the window is shown. */
    void restore(WindowState state) {
        model.listWanted.set(state.listShown());
        model.inspectorWanted.set(state.inspectorShown());
        model.resizeList(state.listWidth());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        place(state.bounds());
        stage.setMaximized(state.maximized());
        InvalidationListener moved = this::moved;
        for (Observable o :
                new Observable[] {
                    stage.xProperty(),
                    stage.yProperty(),
                    stage.widthProperty(),
                    stage.heightProperty(),
                    stage.maximizedProperty(),
                    model.listWanted,
                    model.inspectorWanted,
                    model.listWidth
                }) {
            o.addListener(moved);
        }
    }

    @Nullable String conversation() {
        return conversation;
    }

    void remember(@Nullable String openConversation) {
        conversation = openConversation;
        changed();
    }

    void remember(Look shown) {
        if (!shown.equals(look)) {
            look = shown;
            changed();
        }
    }

    Look look() {
        return look;
    }

    /** Writes down what is so now, or newer; run it off the JavaFX thread. */
    Runnable saving() {
        later.stop();
        latest =
                new WindowState(
                        bounds,
                        stage.isMaximized(),
                        model.listWidth.get(),
                        model.listWanted.get(),
                        model.inspectorWanted.get(),
                        conversation,
                        look);
        return this::save;
    }

    private synchronized void save() {
        try {
            requireNonNull(latest).save(dataDir);
        } catch (IOException e) {
            Log.LOG.warn("The window's place was not written down", e);
        }
    }

    /** Like {@link #saving}; from now on, nothing that happens to the window is remembered. */
    Runnable savingAtTheEnd() {
        over = true;
        return saving();
    }

    private void changed() {
        if (!over) {
            later.playFromStart();
        }
    }

    private void moved(Observable observable) {
        if (!over
                && !stage.isMaximized()
                && !stage.isIconified()
                && stage.getWidth() >= MIN_WIDTH) {
            bounds = new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
        changed();
    }

    private void place(@Nullable Bounds wanted) {
        if (wanted != null && isOnScreen(wanted)) {
            stage.setX(wanted.x());
            stage.setY(wanted.y());
            stage.setWidth(Math.max(MIN_WIDTH, wanted.width()));
            stage.setHeight(Math.max(MIN_HEIGHT, wanted.height()));
        } else {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        }
    }

    private static boolean isOnScreen(Bounds b) {
        // The title bar is what a window is moved by.
        Rectangle2D title = new Rectangle2D(b.x(), b.y(), b.width(), GRIP);
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(s ->
                        Math.min(s.getMaxX(), title.getMaxX())
                                                - Math.max(s.getMinX(), title.getMinX())
                                        >= GRIP
                                && title.getMinY() >= s.getMinY() - GRIP / 2
                                && title.getMinY() <= s.getMaxY() - GRIP);
    }

    /** Apart, so that the logger is not set up before the first paint. */
    private static final class Log {
        static final Logger LOG = LoggerFactory.getLogger(WindowMemory.class);
    }
}
