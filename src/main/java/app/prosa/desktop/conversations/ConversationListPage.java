package app.prosa.desktop.conversations;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.FxThread;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Pages.ListPage;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Shortcuts;
import app.prosa.desktop.conversations.ListModel.State;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Texts;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The browser at the left: search, new chat, and every conversation. */
public final class ConversationListPage implements ListPage {

    private final PageContext context;
    private final ListModel model;
    private final ListActions actions;
    private final ListController controller;
    private final List<Runnable> ends = new ArrayList<>();

    public ConversationListPage(PageContext context, Services services) {
        Texts texts = context.texts();
        ZoneId zone = ZoneId.systemDefault();
        Executor background = Thread.ofVirtual()::start;
        FxThread.Latest<Runnable> pulse = new FxThread.Latest<>(Runnable::run);
        this.context = context;
        this.model =
                new ListModel(
                        Browsing.of(services.engine()),
                        background,
                        FxThread::run,
                        pulse::submit,
                        Clock.system(zone),
                        this::openInstead);
        this.actions =
                new ListActions(
                        services.engine().conversations(), background, context.navigation(), texts);
        this.controller =
                new ListController(
                        model,
                        actions,
                        context.navigation(),
                        texts,
                        new Times(texts.locale(), zone));
        follow(services.settings());
        listen(context.shortcuts());
    }

    private void follow(LiveSettings settings) {
        LiveSettings.Subscription changes =
                settings.subscribe(
                        change -> FxThread.run(() -> controller.look(change.after().appearance())));
        ends.add(changes::close);
        controller.look(settings.current().appearance());
    }

    private void listen(Shortcuts shortcuts) {
        on(shortcuts.on(Shortcut.NEXT_CHAT, () -> model.neighbour(1).ifPresent(this::open)));
        on(shortcuts.on(Shortcut.PREVIOUS_CHAT, () -> model.neighbour(-1).ifPresent(this::open)));
        on(
                shortcuts.offer(
                        Shortcut.CHAT_BY_NUMBER,
                        null,
                        number -> {
                            model.byNumber(number).ifPresent(this::open);
                            return true;
                        }));
    }

    private void on(Subscription subscription) {
        ends.add(subscription::close);
    }

    private void open(ConversationId id) {
        context.navigation().openConversation(id);
    }

    private void openInstead(Optional<ConversationId> next) {
        next.ifPresentOrElse(this::open, context.navigation()::newChat);
    }

    @Override
    public Node root() {
        return controller.root();
    }

    @Override
    public void select(@Nullable ConversationId id) {
        model.open().set(id);
        if (id != null) {
            controller.showOpen(id);
        }
    }

    @Override
    public void whenLoaded(Runnable action) {
        if (model.state().get() != State.LOADING) {
            action.run();
            return;
        }
        javafx.util.Subscription[] once = new javafx.util.Subscription[1];
        once[0] =
                model.state()
                        .subscribe((before, now) -> {
                            once[0].unsubscribe();
                            action.run();
                        });
    }

    @Override
    public void focusSearch() {
        controller.focusSearch();
    }

    @Override
    public void renameOpen() {
        current().flatMap(controller::find).ifPresent(controller::rename);
    }

    @Override
    public void trashOpen() {
        current().ifPresent(id -> actions.trash(List.of(id)));
    }

    private Optional<ConversationId> current() {
        return Optional.ofNullable(model.open().get());
    }

    @Override
    public void close() {
        ends.forEach(Runnable::run);
        model.close();
    }
}
