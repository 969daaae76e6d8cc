package app.prosa.desktop.shell;

import app.prosa.conversation.StoreException;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Program;
import app.prosa.desktop.Services;
import app.prosa.desktop.StageDialogs;
import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.shell.ClosingQuestion.Answer;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.WindowState;
import app.prosa.settings.WindowState.Look;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desktop, from its first frame to its end. The window comes first: it is painted with what
 * {@link WindowState} remembers before settings, database or log are touched. Then comes the
 * composer, and the program is opened once that takes keys: beside each other, on two processors,
 * both would take longer.
 */
public final class DesktopApp {
    private static final long PATIENCE_SECONDS = 3;

    /** While the process ends, the toolkit mostly does nothing more. */
    private static final long PATIENCE_DYING_SECONDS = 1;

    private final Path dataDir;
    private final Pages pages;
    private final Program program;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable MainWindow window;
    private volatile boolean dying;
    private final AtomicBoolean leaving = new AtomicBoolean();
    private @Nullable Closing closing;

    private DesktopApp(Path dataDir, Pages pages, Program program) {
        this.dataDir = dataDir;
        this.pages = pages;
        this.program = program;
    }

    /**
     * Shows the window. Returns at once.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    public static DesktopApp start(Path dataDir, Pages pages, Program program) {
        DesktopApp app = new DesktopApp(dataDir, pages, program);
        Platform.startup(app::show);
        return app;
    }

    /** Brings the window to the front, such as for a second start. From any thread. */
    public void raise() {
        FxThread.run(() -> {
            if (window != null) {
                window.raise();
            }
        });
    }

    /** Returns when the window was closed and everything is kept. */
    public void awaitEnd() throws InterruptedException {
        ended.await();
    }

    private void show() {
        Platform.setImplicitExit(false);
        Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> unexpected(e));
        Stage stage = new Stage();
        MainWindow shown =
                new MainWindow(stage, dataDir, pages, dialogs(stage), WindowState.load(dataDir));
        window = shown;
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
        shown.show();
        Milestones.afterFirstPaint(() -> shown.begin(() -> open(shown)));
    }

    private void open(MainWindow shown) {
        Thread.ofVirtual()
                .name("opening")
                .start(() -> {
                    try {
                        Services services = program.open();
                        FxThread.run(() -> opened(shown, services));
                    } catch (RuntimeException e) {
                        // Whatever it is: a window that waits for ever would say less.
                        FxThread.run(() -> failed(shown, e));
                    }
                });
    }

    private void opened(MainWindow shown, Services services) {
        if (leaving.get()) {
            return;
        }
        closing = new Closing(services.hub(), services.settings(), closingWays(shown));
        shown.connect(services, () -> Milestones.afterPaint(program::ready));
        LiveSettings settings = services.settings();
        settings.subscribe(change -> FxThread.run(() -> shown.follow(Look.of(change.after()))));
        shown.follow(Look.of(settings.current()));
    }

    private void failed(MainWindow shown, RuntimeException cause) {
        log().error("The program could not be opened", cause);
        StoreException.Cause reason =
                cause instanceof StoreException e ? e.reason() : StoreException.Cause.UNAVAILABLE;
        shown.trouble(reason, ways(shown));
    }

    private TroublePage.Ways ways(MainWindow shown) {
        return new TroublePage.Ways() {
            @Override
            public void tryAgain() {
                open(shown);
            }

            @Override
            public void openFolder() {
                shown.openFolder();
            }

            @Override
            public void quit() {
                leave(CompletableFuture.completedFuture(null));
            }
        };
    }

    private Closing.Ways closingWays(MainWindow shown) {
        return new Closing.Ways() {
            @Override
            public void keep() {
                shown.hide();
            }

            @Override
            public void end(CompletableFuture<Void> first) {
                leave(first);
            }

            @Override
            public void ask(Consumer<Answer> answered) {
                shown.askAboutHub(answered);
            }
        };
    }

    private void close() {
        if (closing == null) {
            leave(CompletableFuture.completedFuture(null));
        } else {
            closing.close();
        }
    }

    /**
     * Ends the program as closing the window does, without a question, while the system is about to
     * end the process: what was typed is stored, and the hub ends what is under way. From any
     * thread.
     */
    public void quit() {
        dying = true;
        MainWindow shown = window;
        leave(shown == null ? CompletableFuture.completedFuture(null) : shown.keep());
    }

    private void leave(CompletableFuture<Void> first) {
        if (leaving.compareAndSet(false, true)) {
            CompletableFuture<Void> kept = new CompletableFuture<>();
            FxThread.run(() -> takeAway(kept));
            // Not a daemon: the program lives until what was typed is stored.
            new Thread(() -> end(CompletableFuture.allOf(first, kept)), "closing").start();
        }
    }

    private void takeAway(CompletableFuture<Void> kept) {
        CompletableFuture<Void> left =
                window == null ? CompletableFuture.completedFuture(null) : window.leave();
        var _ =
                left.whenComplete((_, e) -> {
                    if (e == null) {
                        kept.complete(null);
                    } else {
                        kept.completeExceptionally(e);
                    }
                });
    }

    private void end(CompletableFuture<Void> kept) {
        try {
            long patience = dying ? PATIENCE_DYING_SECONDS : PATIENCE_SECONDS;
            kept.completeOnTimeout(null, patience, TimeUnit.SECONDS)
                    .exceptionally(e -> unkept(e))
                    .join();
            program.close();
        } finally {
            exitToolkit();
            ended.countDown();
        }
    }

    /** With the process the toolkit ends by itself, and whoever then asked it to would wait. */
    private void exitToolkit() {
        if (!dying) {
            Platform.exit();
        }
    }

    private static @Nullable Void unkept(Throwable e) {
        log().error("The draft was not kept", e);
        return null;
    }

    private void unexpected(Throwable e) {
        if (dying) {
            // The toolkit is being taken apart while it still draws.
            return;
        }
        var reports = Thread.getDefaultUncaughtExceptionHandler();
        if (reports == null) {
            log().error("A fault of ours on the JavaFX thread", e);
        } else {
            reports.uncaughtException(Thread.currentThread(), e);
        }
        if (window != null) {
            window.unexpected();
        }
    }

    private static SystemDialogs dialogs(Stage stage) {
        Application host =
                new Application() {
                    @Override
                    public void start(Stage unused) {}
                };
        return new StageDialogs(stage, host.getHostServices());
    }

    /** Late, since the log is not set up before the first paint. */
    private static Logger log() {
        return LoggerFactory.getLogger(DesktopApp.class);
    }
}
