package app.prosa.desktop.chat;

import app.prosa.conversation.ChatModel;
import app.prosa.conversation.ChatOutcome;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Conversations;
import app.prosa.conversation.Message;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.desktop.FakeHub;
import app.prosa.desktop.FakeVersions;
import app.prosa.desktop.Fx;
import app.prosa.desktop.Navigation;
import app.prosa.desktop.PageContext;
import app.prosa.desktop.Services;
import app.prosa.desktop.Shortcuts;
import app.prosa.desktop.settings.FakeDialogs;
import app.prosa.desktop.settings.FakeDirectory;
import app.prosa.desktop.settings.FakeSecrets;
import app.prosa.settings.Environment;
import app.prosa.settings.Language;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.Secrets;
import app.prosa.settings.Texts;
import app.prosa.settings.channels.ChannelControl;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/** The chat page alone in a window, over a real store that can be held up. */
final class ChatRig {
    final List<String> toasts = new CopyOnWriteArrayList<>();
    final FakeDesk desk;
    final GatedStore gates;
    final ConversationEngine engine;
    final Services services;
    final Shortcuts shortcuts = new Shortcuts();
    final ChatView page;
    final Stage stage;
    private final Database database;

    ChatRig(Path dir) throws Exception {
        this(
                dir,
                (request, sink) -> {
                    sink.answer("So it is.");
                    return new ChatOutcome("fake", null, false);
                });
    }

    ChatRig(Path dir, ChatModel model) throws Exception {
        TurnPlan plan = new TurnPlan(new ModelRef("p", "fake"), "", null, null, 10);
        database = Database.open(dir);
        gates = new GatedStore(database.conversations());
        engine = new ConversationEngine(gates.asStore(), model, c -> plan, Clock.systemUTC());
        desk = new FakeDesk(engine, database.channels());
        FakeSecrets secrets = new FakeSecrets(Secrets.Place.MEMORY);
        services =
                new Services(
                        engine,
                        LiveSettings.open(dir, Environment.of(Map.of())),
                        secrets,
                        new FakeDirectory(secrets, id -> false),
                        options -> plan,
                        file -> {},
                        new FakeHub(),
                        ChannelControl.NONE,
                        database.channels(),
                        desk,
                        dir,
                        "0.1.0",
                        new FakeVersions());
        Fx.start();
        page = Fx.call(this::makePage);
        stage = Fx.call(this::makeStage);
    }

    private ChatView makePage() {
        return new ChatView(
                new PageContext(
                        new ToThePage(), shortcuts, new FakeDialogs(), Texts.in(Language.ENGLISH)));
    }

    private Stage makeStage() {
        Scene scene = new Scene((Parent) page.root(), 900, 640);
        for (String sheet : List.of("tokens", "app", "chat", "transcript")) {
            scene.getStylesheets().add("/css/" + sheet + ".css");
        }
        shortcuts.install(scene);
        Stage shown = new Stage();
        shown.setScene(scene);
        shown.show();
        return shown;
    }

    /** The page in a new chat, over the store. */
    ChatRig connected() throws Exception {
        Fx.run(() -> {
            page.openNew("");
            page.connect(services);
        });
        settled();
        return this;
    }

    ChannelStore channels() {
        return database.channels();
    }

    Conversations store() {
        return engine.conversations();
    }

    Conversation stored(String draft) {
        Conversation made = store().create(ConversationOptions.DEFAULT);
        store().saveDraft(made.id(), draft);
        return made;
    }

    List<Conversation> conversations() {
        return store().page(Query.ALL, null, 100);
    }

    List<String> path(ConversationId id) {
        return store().path(id, 0, 100).stream().map(Message::text).toList();
    }

    /** All that the page asked for is done, and it has heard of it. */
    void settled() throws Exception {
        Fx.call(page::flush).get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        Fx.run(() -> {});
    }

    ComposerViewModel composing() {
        return page.composing();
    }

    TextArea composer() {
        return (TextArea) stage.getScene().lookup(".composer .text-area");
    }

    /** Presses the keys, at the caret. */
    void type(String text) {
        text.codePoints()
                .forEach(c -> composer().fireEvent(key(KeyEvent.KEY_TYPED, Character.toString(c))));
    }

    void enter() {
        composer().fireEvent(key(KeyEvent.KEY_PRESSED, ""));
    }

    private static KeyEvent key(javafx.event.EventType<KeyEvent> type, String character) {
        KeyCode code = type == KeyEvent.KEY_TYPED ? KeyCode.UNDEFINED : KeyCode.ENTER;
        return new KeyEvent(type, character, "", code, false, false, false, false);
    }

    void send(String text) throws Exception {
        Fx.run(() -> {
            type(text);
            enter();
        });
    }

    void open(ConversationId id) throws Exception {
        Fx.run(() -> page.open(id));
    }

    String text() throws Exception {
        return Fx.call(() -> composer().getText());
    }

    ConversationId shown() throws Exception {
        return Fx.call(() -> page.conversation().getValue());
    }

    void close() throws Exception {
        gates.releaseAll();
        Fx.run(() -> {
            stage.close();
            page.close();
        });
        engine.close();
        database.close();
    }

    /** A window that has this page only. */
    private final class ToThePage implements Navigation {
        @Override
        public void openConversation(ConversationId id) {
            page.open(id);
        }

        @Override
        public void newChat() {
            page.openNew("");
        }

        @Override
        public void openSettings(Section section) {}

        @Override
        public void back() {}

        @Override
        public void toast(String text, String action, Runnable onAction) {
            toasts.add(text);
        }

        @Override
        public void toast(String text) {
            toasts.add(text);
        }
    }
}
