package app.prosa.desktop.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.TestApp;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.desktop.Fx;
import app.prosa.desktop.Services;
import app.prosa.desktop.SystemDialogs;
import app.prosa.llm.FakeOpenAi;
import app.prosa.settings.Settings;
import app.prosa.settings.WindowState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The whole product, headless: real pages, store and engine, and a server that streams. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class JourneyTest {
    @TempDir Path dir;

    private FakeOpenAi server;
    private TestApp app;
    private Services services;
    private Stage stage;
    private MainWindow window;

    @BeforeEach
    void openTheWindow() throws Exception {
        server = FakeOpenAi.start();
        start();
    }

    private void start() throws Exception {
        app =
                new TestApp(
                        dir,
                        Map.of(
                                "OPENAI_API_KEY",
                                FakeOpenAi.KEY,
                                "OPENAI_BASE_URL",
                                server.baseUrl(),
                                "OPENAI_MODEL",
                                "echo",
                                "PROSA_LANGUAGE",
                                "en"));
        stage = Fx.call(Stage::new);
        window =
                Fx.call(() ->
                        new MainWindow(
                                stage, dir, app.pages(), new NoDialogs(), WindowState.load(dir)));
        Fx.run(() -> {
            window.show();
            window.begin(() -> {});
        });
        services = app.open();
        services.settings().update(Settings::withFirstRunDone);
        Fx.run(() -> window.connect(services, () -> {}));
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        Fx.call(window::leave).get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        app.close();
        server.close();
    }

    @Test
    void what_is_sent_is_answered_in_the_window_and_kept() throws Exception {
        send("hello from the window");

        Fx.await("question and answer", () -> times("hello from the window") == 2);
        awaitState(1, MessageState.COMPLETE);
        assertEquals(2, path().size());
        assertEquals("hello from the window", path().get(1).text());
        assertEquals("hello from the window", conversation().title());
    }

    @Test
    void a_mouse_and_a_keyboard_are_enough() throws Exception {
        FxRobot hands = new FxRobot();
        hands.clickOn(Fx.call(this::composer));
        hands.write("written by hand").type(KeyCode.ENTER);
        Fx.await("the conversation", this::isOpen);
        awaitState(1, MessageState.COMPLETE);
        assertEquals("written by hand", path().get(1).text());

        Node newChat = Fx.call(() -> stage.getScene().lookup("#create"));
        hands.clickOn(newChat);

        Fx.await("the greeting", this::greets);
    }

    @Test
    void stop_ends_the_answer_and_keeps_what_had_arrived() throws Exception {
        answerWith("first", "slow");
        send("slowly please");
        Fx.await("some words", () -> shown().stream().anyMatch(t -> t.startsWith("word word")));

        Fx.run(() -> button("stop").fire());

        awaitState(3, MessageState.STOPPED);
        assertFalse(path().get(3).text().isBlank());
        Fx.await(
                "the notice",
                () -> shown().contains("You stopped this answer. What had arrived is kept."));
    }

    @Test
    void half_an_answer_is_marked_and_written_again_on_request() throws Exception {
        // A reset could overtake the text on its way; an orderly close does not.
        answerWith("first", "cut-clean");
        send("cut it");
        awaitState(3, MessageState.INTERRUPTED);
        Fx.await("the offer", () -> shown().contains("Try again"));
        services.engine()
                .conversations()
                .setOptions(
                        conversation().id(),
                        conversation().options().withModel(new ModelRef("environment", "echo")));

        Fx.run(() -> labeled("Try again").fire());

        awaitState(3, MessageState.COMPLETE);
        assertEquals(2, path().get(3).versions());
    }

    @Test
    void an_answer_at_its_length_limit_is_continued_on_request() throws Exception {
        answerWith("first", "short");
        send("a long story");
        Fx.await("the offer", () -> shown().contains("Continue"));
        assertEquals(MessageState.COMPLETE, path().get(3).state());

        Fx.run(() -> labeled("Continue").fire());

        Fx.await("the request", () -> times("Please continue exactly where you stopped.") == 1);
        awaitState(5, MessageState.COMPLETE);
    }

    @Test
    void a_draft_survives_a_restart() throws Exception {
        send("first");
        Fx.await("the conversation", this::isOpen);
        Fx.run(() -> composer().setText("half a thought"));

        restart();

        Fx.await("the draft", () -> composer().getText().equals("half a thought"));
        Fx.await("the conversation", this::isOpen);
    }

    @Test
    void the_draft_of_a_new_chat_survives_a_restart() throws Exception {
        Fx.run(() -> composer().setText("half a thought"));

        restart();

        Fx.await("the draft", () -> composer().getText().equals("half a thought"));
        Fx.await("the greeting", this::greets);
    }

    @Test
    void typing_on_over_the_first_send_loses_nothing() throws Exception {
        StringBuilder typed = new StringBuilder();
        send("first");
        while (!Fx.call(this::isOpen)) {
            type(typed, 1);
        }
        type(typed, 300);
        assertEquals(typed.toString(), Fx.call(() -> composer().getText()));

        restart();

        Fx.await("the draft", () -> composer().getText().contentEquals(typed));
        Fx.await("the conversation", this::isOpen);
    }

    private void type(StringBuilder typed, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String c = Character.toString('a' + typed.length() % 26);
            typed.append(c);
            Fx.run(() -> composer().fireEvent(key(KeyEvent.KEY_TYPED, c, KeyCode.UNDEFINED)));
        }
    }

    @Test
    void leaving_right_after_the_first_send_comes_back_to_it() throws Exception {
        Fx.run(() -> {
            composer().setText("first");
            composer().fireEvent(enter());
            composer().setText("half a thought");
        });

        restart();

        Fx.await("the conversation", this::isOpen);
        Fx.await("the message", () -> times("first") > 0);
        Fx.await("the draft", () -> composer().getText().equals("half a thought"));
    }

    private void restart() throws Exception {
        Fx.call(window::leave).get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        app.close();
        start();
    }

    @Test
    void a_new_chat_greets_and_stores_nothing() throws Exception {
        Fx.await("the greeting", this::greets);
        assertTrue(services.engine().conversations().page(Query.ALL, null, 10).isEmpty());
    }

    private boolean greets() {
        return shown().contains("What would you like to talk about?");
    }

    /** In the window, not only in the store. */
    private boolean isOpen() {
        return !greets() && stage.getScene().lookup(".transcript").isVisible();
    }

    /** A first exchange, and then another model for the conversation. */
    private void answerWith(String firstText, String model) throws Exception {
        send(firstText);
        Fx.await("the conversation", this::isOpen);
        awaitState(1, MessageState.COMPLETE);
        Conversation now = conversation();
        services.engine()
                .conversations()
                .setOptions(now.id(), now.options().withModel(new ModelRef("environment", model)));
    }

    private void send(String text) throws Exception {
        Fx.run(() -> {
            composer().setText(text);
            composer().requestFocus();
            composer().fireEvent(enter());
        });
        Fx.await("an empty composer", () -> composer().getText().isEmpty());
    }

    private static KeyEvent enter() {
        return key(KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
    }

    private static KeyEvent key(EventType<KeyEvent> type, String character, KeyCode code) {
        return new KeyEvent(type, character, "", code, false, false, false, false);
    }

    private void awaitState(int position, MessageState state) throws Exception {
        Fx.await(
                "a reply that is " + state,
                () -> {
                    List<Message> path = path();
                    return path.size() > position && path.get(position).state() == state;
                });
    }

    private List<Conversation> conversations() {
        return services.engine().conversations().page(Query.ALL, null, 10);
    }

    private Conversation conversation() {
        return conversations().getFirst();
    }

    private List<Message> path() {
        return conversations().stream()
                .findFirst()
                .map(c -> services.engine().conversations().path(c.id(), 0, 100))
                .orElse(List.of());
    }

    private TextArea composer() {
        return (TextArea) stage.getScene().lookup(".composer .text-area");
    }

    private Button button(String styleClass) {
        return (Button) stage.getScene().lookup("." + styleClass);
    }

    private Button labeled(String text) {
        return nodes().stream()
                .filter(node -> node instanceof Button b && text.equals(b.getText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** Every text in the window. */
    private Set<String> shown() {
        return texts(nodes()).collect(Collectors.toSet());
    }

    /** How often the transcript shows exactly this. */
    private long times(String text) {
        return texts(nodes().stream().filter(JourneyTest::isInTranscript).toList())
                .filter(text::equals)
                .count();
    }

    private static Stream<String> texts(List<Node> nodes) {
        return nodes.stream()
                .filter(node -> !(node.getParent() instanceof Labeled))
                .map(node ->
                        switch (node) {
                            case Labeled labeled -> labeled.getText();
                            case Text text -> text.getText();
                            default -> null;
                        })
                .filter(text -> text != null && !text.isBlank());
    }

    private static boolean isInTranscript(Node node) {
        return node != null
                && (node.getStyleClass().contains("transcript")
                        || isInTranscript(node.getParent()));
    }

    private List<Node> nodes() {
        return stage.getScene().getRoot().lookupAll("*").stream()
                .filter(JourneyTest::isVisible)
                .toList();
    }

    private static boolean isVisible(Node node) {
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static final class NoDialogs implements SystemDialogs {
        @Override
        public void openFolder(Path folder) {}

        @Override
        public void openLink(String address) {}

        @Override
        public Optional<Path> chooseTarget(String title, String name) {
            return Optional.empty();
        }

        @Override
        public List<Path> chooseFiles(String title) {
            return List.of();
        }
    }
}
