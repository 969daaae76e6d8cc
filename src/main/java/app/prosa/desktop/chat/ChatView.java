package app.prosa.desktop.chat;

import app.prosa.conversation.ConversationId;
import app.prosa.desktop.ChatPage;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcut;
import app.prosa.desktop.Views;
import app.prosa.settings.Settings.General;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * The chat page. Its composer takes keys before the store is open; what is asked for until then is
 * done, in order, once it is.
 */
public final class ChatView implements ChatPage {
    private final PageContext context;
    private final ComposerViewModel composing = new ComposerViewModel();
    private final SimpleBooleanProperty writing = new SimpleBooleanProperty();
    private final ComposerController composer;
    private final BorderPane root = new BorderPane();
    private final StackPane foot = new StackPane();
    private final StackPane inspector = new StackPane();
    private final List<Consumer<ChatSession>> waiting = new ArrayList<>();
    private volatile @Nullable ChatSession session;
    private final ReadOnlyObjectWrapper<@Nullable ConversationId> conversation =
            new ReadOnlyObjectWrapper<>();

    public ChatView(PageContext context) {
        this.context = context;
        this.composer =
                new ComposerController(
                        composing, writing, this::general, context.texts(), new Asked());
        Node composerNode = Views.load("composer", composer, context.texts());
        foot.getChildren().add(composerNode);
        foot.getStyleClass().add("composer-column");
        root.getStyleClass().add("chat-page");
        root.setBottom(foot);
        context.shortcuts().on(Shortcut.COMPOSER, root, composer::focus);
        for (Shortcut shortcut : ChatSession.SHORTCUTS) {
            context.shortcuts()
                    .offer(shortcut, root, n -> session != null && session.pressed(shortcut));
        }
    }

    private General general() {
        return session == null ? General.DEFAULT : session.settings().general();
    }

    private void connected(Consumer<ChatSession> action) {
        if (session == null) {
            waiting.add(action);
        } else {
            action.accept(session);
        }
    }

    @Override
    public void connect(Services services) {
        session = new ChatSession(context, services, composing, composer, root, inspector);
        writing.bind(session.writing());
        List.copyOf(waiting).forEach(action -> action.accept(session));
        waiting.clear();
        conversation.bind(session.shownId());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node inspector() {
        return inspector;
    }

    @Override
    public void shown() {
        composer.focus();
    }

    @Override
    public void open(ConversationId id) {
        if (session == null) {
            conversation.set(id);
        }
        connected(s -> s.open(id));
    }

    @Override
    public void openNew(String text) {
        if (session == null) {
            conversation.set(null);
        }
        if (!text.isEmpty()) {
            composing.text().set(text);
        }
        connected(s -> s.openNew(text));
    }

    @Override
    public ObservableValue<@Nullable ConversationId> conversation() {
        return conversation.getReadOnlyProperty();
    }

    ComposerViewModel composing() {
        return composing;
    }

    @Override
    public String unsent() {
        return composing.draft();
    }

    @Override
    public void focusComposer() {
        composer.focus();
    }

    @Override
    public ReadOnlyDoubleProperty foot() {
        return foot.heightProperty();
    }

    @Override
    public CompletableFuture<Void> flush() {
        return session == null ? CompletableFuture.completedFuture(null) : session.flush();
    }

    @Override
    public CompletableFuture<Void> keep() {
        ChatSession now = session;
        return now == null ? CompletableFuture.completedFuture(null) : now.keep();
    }

    @Override
    public void close() {
        if (session != null) {
            session.close();
        }
    }

    /** What is typed from here on is another message. */
    private void takeForLater() {
        Composition taken = composing.take();
        if (!taken.isBlank()) {
            waiting.add(s -> s.send(taken));
        }
    }

    /** What the composer asks for. */
    private final class Asked implements ComposerController.Owner {
        @Override
        public void send() {
            if (session != null) {
                session.send();
            } else {
                takeForLater();
            }
        }

        @Override
        public void stop() {
            connected(ChatSession::stop);
        }

        @Override
        public void editLast() {
            connected(ChatSession::editLast);
        }

        @Override
        public void chooseModel(Button near) {
            connected(s -> s.chooseModel(near));
        }

        @Override
        public void chooseFiles() {
            connected(ChatSession::chooseFiles);
        }

        @Override
        public boolean attachFrom(Clipboard clipboard) {
            return session != null && session.attachFrom(clipboard);
        }
    }
}
