package app.prosa.desktop.shell;

import app.prosa.conversation.ConversationId;
import app.prosa.desktop.ChatPage;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.Page;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Pages;
import app.prosa.desktop.Rehearsal;
import app.prosa.desktop.Services;
import app.prosa.desktop.conversations.ConversationListPage;
import app.prosa.settings.Texts;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The plainest pages that a window can have. */
final class PlainPages implements Pages {
    /** The pages made last. */
    @Nullable Chat chat;

    @Nullable Page front;
    @Nullable ListPage list;
    int rehearsals;

    @Override
    public ChatPage chat(PageContext context) {
        chat = new Chat(context);
        return chat;
    }

    @Override
    public ListPage conversations(PageContext context, Services services) {
        list = new ConversationListPage(context, services);
        return list;
    }

    @Override
    public Page settings(PageContext context, Services services, Navigation.Section section) {
        front = new Front("settings " + section, context);
        return front;
    }

    @Override
    public Page firstRun(PageContext context, Services services) {
        front = new Front("welcome", context);
        return front;
    }

    @Override
    public Rehearsal rehearsal(Texts texts) {
        return new Rehearsal() {
            @Override
            public void begin(Scene scene) {
                rehearsals++;
            }

            @Override
            public void end() {}
        };
    }

    /** A title and a way back. */
    static final class Front implements Page {
        final VBox root;

        Front(String name, PageContext context) {
            Button back = new Button("Back");
            back.getStyleClass().add("primary");
            back.setOnAction(event -> context.navigation().back());
            root = new VBox(16, new Label(name), back);
            root.setStyle("-fx-padding: 24");
        }

        @Override
        public Node root() {
            return root;
        }
    }

    /** A composer that remembers what it was asked. */
    static final class Chat implements ChatPage {
        final TextArea composer = new TextArea();
        final Label title = new Label("New chat");
        final ObjectProperty<@Nullable ConversationId> open = new SimpleObjectProperty<>();
        final VBox root;
        @Nullable Services services;
        int flushes;
        boolean closed;

        Chat(PageContext context) {
            composer.setPromptText(context.texts().get("list.new"));
            VBox space = new VBox();
            VBox.setVgrow(space, Priority.ALWAYS);
            title.getStyleClass().addAll("text-16", "strong");
            root = new VBox(8, title, space, composer);
            root.setStyle("-fx-padding: 12 24 16 24");
        }

        @Override
        public Node root() {
            return root;
        }

        @Override
        public Node inspector() {
            return new Label("inspector");
        }

        @Override
        public void connect(Services opened) {
            services = opened;
        }

        @Override
        public void open(ConversationId id) {
            title.setText(id.toString());
            open.set(id);
        }

        @Override
        public void openNew(String text) {
            composer.setText(text);
            open.set(null);
        }

        @Override
        public ObservableValue<@Nullable ConversationId> conversation() {
            return open;
        }

        @Override
        public String unsent() {
            return composer.getText();
        }

        @Override
        public void focusComposer() {
            composer.requestFocus();
        }

        @Override
        public ReadOnlyDoubleProperty foot() {
            return composer.heightProperty();
        }

        @Override
        public CompletableFuture<Void> flush() {
            flushes++;
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletableFuture<Void> keep() {
            return flush();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
