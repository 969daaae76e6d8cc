package app.prosa.desktop.shell;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.StoreException;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Rehearsal;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcuts;
import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.shell.ShellModel.Place;
import app.prosa.settings.Texts;
import app.prosa.settings.WindowState;
import app.prosa.settings.WindowState.Look;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The one window: what of it outlives a change of language, and that change. */
final class MainWindow {
    private final Stage stage;
    private final Path dataDir;
    private final Pages pages;
    private final SystemDialogs dialogs;
    private final ShellModel model = new ShellModel();
    private final Shortcuts shortcuts = new Shortcuts();
    private final WindowKeys keys;
    private final WindowMemory memory;
    private final Scene scene;
    private Texts texts;
    private Shell shell;
    private volatile @Nullable Navigator navigator;
    private @Nullable Rehearsal rehearsal;
    private @Nullable Services services;
    private @Nullable Overlay question;
    private @Nullable Runnable waitsForTheList;

    MainWindow(Stage stage, Path dataDir, Pages pages, SystemDialogs dialogs, WindowState state) {
        this.stage = stage;
        this.dataDir = dataDir;
        this.pages = pages;
        this.dialogs = dialogs;
        this.keys = new WindowKeys(shortcuts, model);
        this.memory = new WindowMemory(stage, model, dataDir, state);
        this.texts = Texts.in(state.look().language());
        this.shell = new Shell(model, shortcuts, texts);
        this.scene = new Scene(shell.root());
        SceneLook.addStylesheets(scene);
        shortcuts.install(scene);
        apply(state.look());
        stage.setTitle(texts.get("app.name"));
        stage.setScene(scene);
        memory.restore(state);
    }

    void show() {
        stage.show();
    }

    /**
     * After the first paint: the chat, ready to type in.
     *
     * @param whenThere runs when it is painted too
     */
    void begin(Runnable whenThere) {
        SceneLook.addStylesheetsOfPages(scene);
        WindowIcon.give(stage);
        ConversationId last = lastConversation();
        begin(last, "");
        // While the program is being opened, this thread has nothing to do.
        Rehearsal first = pages.rehearsal(texts);
        rehearsal = first;
        Milestones.afterPaint(() -> {
            Milestones.composer();
            whenThere.run();
            first.begin(scene);
        });
    }

    private void begin(@Nullable ConversationId open, String unsent) {
        Navigator next = new Navigator(shell, model, pages, shortcuts, dialogs, texts);
        navigator = next;
        keys.lead(next, shell.help());
        next.begin(open, unsent, this::opened);
    }

    private void opened(@Nullable ConversationId id) {
        memory.remember(id == null ? null : id.toString());
        if (rehearsal != null) {
            rehearsal.end();
        }
    }

    /**
     * @param whenReady runs when the list is there too
     */
    void connect(Services opened, Runnable whenReady) {
        services = opened;
        keys.connect(opened.settings());
        waitsForTheList = whenReady;
        navigator().connect(opened, this::ready);
    }

    /** Once, whichever of the lists is there first: another language brings another one. */
    private void ready() {
        Runnable waiting = waitsForTheList;
        waitsForTheList = null;
        if (waiting != null) {
            Milestones.ready();
            waiting.run();
        }
    }

    void trouble(StoreException.Cause cause, TroublePage.Ways ways) {
        navigator().trouble(cause, dataDir, ways);
    }

    void openFolder() {
        dialogs.openFolder(dataDir);
    }

    void unexpected() {
        if (navigator != null) {
            navigator.toast(texts.get("shell.unexpected"));
        }
    }

    /** Shows what was chosen; another language builds the pages again. */
    void follow(Look look) {
        boolean otherLanguage = !look.language().locale().equals(texts.locale());
        apply(look);
        memory.remember(look);
        if (otherLanguage && navigator != null) {
            Navigator old = navigator;
            var _ = old.flush().whenComplete((_, _) -> FxThread.run(() -> speak(look, old)));
        }
    }

    private void speak(Look look, Navigator old) {
        if (old != navigator) {
            return;
        }
        ConversationId open = old.chat().conversation().getValue();
        String unsent = open == null ? old.chat().unsent() : "";
        Place place = model.place.get();
        texts = Texts.in(look.language());
        old.close();
        model.place.set(Place.CHAT);
        shell = new Shell(model, shortcuts, texts);
        scene.setRoot(shell.root());
        apply(look);
        begin(open, unsent);
        if (services != null) {
            navigator().connect(services, this::ready);
        }
        if (place == Place.SETTINGS) {
            navigator().openSettings(old.section());
        }
    }

    private void apply(Look look) {
        SceneLook.apply(scene, look);
        shell.columns.scale.set(SceneLook.scale(look));
    }

    /** From the end of the first question to the next one, at most one is asked. */
    void askAboutHub(Consumer<ClosingQuestion.Answer> answered) {
        if (question == null || !question.isOpen()) {
            question = shell.overlay();
            new ClosingQuestion(question, texts, answered).ask();
        }
    }

    /** Takes the window away for a while; what was typed is stored. */
    void hide() {
        if (navigator != null) {
            var _ = navigator.flush();
        }
        Runnable save = memory.saving();
        Thread.ofVirtual().start(save);
        stage.hide();
    }

    void raise() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /**
     * Takes the window away.
     *
     * @return done when the draft is stored, and so is where the window was
     */
    CompletableFuture<Void> leave() {
        CompletableFuture<Void> kept =
                navigator == null ? CompletableFuture.completedFuture(null) : navigator.flush();
        CompletableFuture<Void> placed = CompletableFuture.runAsync(memory.savingAtTheEnd());
        stage.hide();
        // A first message that was on its way has made a conversation, and that is open now.
        CompletableFuture<Void> placedAgain =
                CompletableFuture.allOf(kept, placed)
                        .handleAsync((done, e) -> memory.savingAtTheEnd(), FxThread::run)
                        .thenAcceptAsync(Runnable::run);
        return CompletableFuture.allOf(kept, placedAgain);
    }

    /** Stores what was typed last. From any thread. */
    CompletableFuture<Void> keep() {
        Navigator now = navigator;
        return now == null ? CompletableFuture.completedFuture(null) : now.keep();
    }

    private @Nullable ConversationId lastConversation() {
        String id = memory.conversation();
        try {
            return id == null ? null : ConversationId.of(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private Navigator navigator() {
        return Objects.requireNonNull(navigator);
    }
}
