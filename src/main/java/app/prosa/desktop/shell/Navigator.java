package app.prosa.desktop.shell;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Subscription;
import app.prosa.desktop.ChatPage;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Page;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Pages.ListPage;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Shortcuts;
import app.prosa.desktop.SystemDialogs;
import app.prosa.desktop.shell.ShellModel.Place;
import app.prosa.settings.Texts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Sends the window to its pages, in one language. */
final class Navigator implements Navigation {
    private final Shell shell;
    private final ShellModel model;
    private final Pages pages;
    private final PageContext context;
    private final Toasts toasts;
    private final ChatPage chat;
    private final StatusBar status;
    private final List<Subscription> subscriptions = new ArrayList<>();
    private boolean inspectorMade;
    private @Nullable ListPage list;
    private @Nullable Page front;
    private @Nullable Services services;
    private Section section = Section.GENERAL;

    Navigator(
            Shell shell,
            ShellModel model,
            Pages pages,
            Shortcuts shortcuts,
            SystemDialogs dialogs,
            Texts texts) {
        this.shell = shell;
        this.model = model;
        this.pages = pages;
        this.context = new PageContext(this, shortcuts, dialogs, texts);
        this.chat = pages.chat(context);
        this.toasts = shell.toasts(chat.foot());
        this.status = new StatusBar(shell.status(), new StatusModel(texts), this);
        shell.onChats(this::back);
        shell.content(chat.root());
        model.inspectorShown.addListener(change -> makeInspector());
        makeInspector();
    }

    /**
     * @param unsent what already stood in the composer of a new chat
     * @param onConversation is told which conversation is open, whenever it changes
     */
    void begin(
            @Nullable ConversationId open,
            String unsent,
            Consumer<@Nullable ConversationId> onConversation) {
        if (open == null) {
            chat.openNew(unsent);
        } else {
            chat.open(open);
        }
        chat.conversation()
                .addListener((property, before, now) -> {
                    mark(now);
                    onConversation.accept(now);
                });
        chat.focusComposer();
    }

    /**
     * @param whenLoaded runs when the list is there
     */
    void connect(Services opened, Runnable whenLoaded) {
        services = opened;
        chat.connect(opened);
        status.connect(opened);
        ListPage browser = pages.conversations(context, opened);
        list = browser;
        shell.columns.list.getChildren().setAll(browser.root());
        mark(chat.conversation().getValue());
        listen(browser);
        browser.whenLoaded(whenLoaded);
        if (model.place.get() == Place.TROUBLE) {
            back();
        }
        if (!opened.settings().current().firstRunDone()) {
            show(pages.firstRun(context, opened), Place.FIRST_RUN);
        }
    }

    /** What is asked of the list while the chat is in front, whether the list is shown or not. */
    private void listen(ListPage browser) {
        Node here = chat.root();
        subscriptions.add(context.shortcuts().on(Shortcut.TRASH, here, browser::trashOpen));
        subscriptions.add(
                context.shortcuts()
                        .on(
                                Shortcut.RENAME,
                                here,
                                () -> {
                                    model.showList();
                                    browser.renameOpen();
                                }));
        subscriptions.add(context.shortcuts().on(Shortcut.SEARCH, () -> search(browser)));
    }

    private void search(ListPage browser) {
        if (model.place.get() != Place.FIRST_RUN) {
            back();
            model.showList();
            browser.focusSearch();
        }
    }

    void trouble(StoreException.Cause cause, Path dataDir, TroublePage.Ways ways) {
        TroublePage page = new TroublePage(cause, context.texts());
        shell.content(page.node(dataDir, ways));
        model.place.set(Place.TROUBLE);
        page.focus();
    }

    @Override
    public void openConversation(ConversationId id) {
        back();
        chat.open(id);
        afterOpening();
    }

    @Override
    public void newChat() {
        back();
        chat.openNew("");
        afterOpening();
    }

    private void afterOpening() {
        model.closeOverlays();
        chat.focusComposer();
    }

    @Override
    public void openSettings(Section wanted) {
        if (services != null && model.place.get() != Place.FIRST_RUN) {
            section = wanted;
            show(pages.settings(context, services, wanted), Place.SETTINGS);
        }
    }

    @Override
    public void back() {
        if (model.place.get() != Place.CHAT) {
            closeFront();
            shell.content(chat.root());
            model.place.set(Place.CHAT);
            chat.shown();
        }
    }

    @Override
    public void toast(String text, String action, Runnable onAction) {
        toasts.show(text, action, onAction);
    }

    @Override
    public void toast(String text) {
        toasts.show(text, null, () -> {});
    }

    ChatPage chat() {
        return chat;
    }

    /** The page of the settings that was shown last. */
    Section section() {
        return section;
    }

    CompletableFuture<Void> flush() {
        return chat.flush();
    }

    CompletableFuture<Void> keep() {
        return chat.keep();
    }

    void close() {
        closeFront();
        if (list != null) {
            list.close();
        }
        subscriptions.forEach(Subscription::close);
        chat.close();
        status.close();
    }

    private void show(Page page, Place place) {
        closeFront();
        front = page;
        shell.content(page.root());
        model.place.set(place);
        page.shown();
    }

    private void closeFront() {
        if (front != null) {
            front.close();
            front = null;
        }
    }

    private void mark(@Nullable ConversationId id) {
        if (list != null) {
            list.select(id);
        }
    }

    private void makeInspector() {
        if (!inspectorMade && model.inspectorShown.get()) {
            inspectorMade = true;
            shell.columns.inspector.getChildren().setAll(chat.inspector());
        }
    }
}
