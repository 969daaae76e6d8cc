package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InvalidMessageException;
import app.prosa.conversation.Message;
import app.prosa.conversation.ModelRef;
import app.prosa.desktop.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.MenuButton;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A new chat becomes a conversation under the hands of somebody who goes on. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FirstSendTest {
    private static final String FIRST = "hello";

    @TempDir Path dir;
    private ChatRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new ChatRig(dir);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    @Test
    void every_character_typed_over_the_switch_is_there_and_in_order() throws Exception {
        rig.connected();
        rig.gates.hold("create");
        rig.send(FIRST);
        StringBuilder typed = new StringBuilder();
        type(typed, 50);
        rig.gates.release("create");
        while (rig.shown() == null) {
            type(typed, 1);
        }
        type(typed, 50);
        rig.settled();
        type(typed, 50);

        assertEquals(typed.toString(), rig.text());
        rig.settled();
        assertEquals(typed.toString(), rig.store().draft(rig.shown()));
        assertEquals("", rig.store().draft(ConversationId.NONE));
    }

    private void type(StringBuilder typed, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            String c = Character.toString('a' + typed.length() % 26);
            typed.append(c);
            Fx.run(() -> rig.type(c));
        }
    }

    @Test
    void whoever_went_on_to_another_conversation_stays_there() throws Exception {
        Conversation other = rig.stored("a thought of before");
        rig.connected();
        rig.gates.hold("receive");
        rig.send(FIRST);
        rig.open(other.id());
        rig.gates.release("receive");
        rig.settled();

        assertEquals(other.id(), rig.shown());
        assertEquals("a thought of before", rig.text());
        Fx.await("the message", () -> rig.conversations().size() == 2);
    }

    @Test
    void whoever_began_another_new_chat_stays_there() throws Exception {
        rig.connected();
        rig.gates.hold("create");
        rig.send(FIRST);
        Fx.run(() -> {
            rig.type("more of it");
            rig.page.openNew("");
            rig.type("something else");
        });
        rig.gates.release("create");
        rig.settled();

        assertNull(rig.shown());
        assertEquals("something else", rig.text());
        Conversation first = rig.conversations().getFirst();
        assertEquals("more of it", rig.store().draft(first.id()));
        assertEquals("something else", rig.store().draft(ConversationId.NONE));
    }

    @Test
    void a_second_message_in_the_same_moment_goes_into_the_same_conversation() throws Exception {
        rig.connected();
        rig.gates.hold("create");
        rig.send(FIRST);
        rig.send("and again");
        rig.gates.release("create");
        rig.settled();

        assertEquals(1, rig.conversations().size());
        ConversationId id = rig.conversations().getFirst().id();
        Fx.await("both answers", () -> rig.path(id).size() == 4);
        assertEquals(List.of(FIRST, "and again"), List.of(text(id, 0), text(id, 2)));
        assertEquals(id, rig.shown());
    }

    private String text(ConversationId id, int position) {
        return rig.path(id).get(position);
    }

    @Test
    void another_model_chosen_in_that_moment_is_the_conversations() throws Exception {
        ModelRef better = new ModelRef("p", "better");
        rig.gates.hold("create");
        try (Commands commands = new Commands(e -> {});
                ChatViewModel model = Fx.call(() -> new ChatViewModel(rig.engine, commands))) {
            Fx.run(() -> {
                model.send(new Composition(FIRST, List.of()), e -> {});
                model.setModel(better);
            });
            rig.gates.release("create");
            Fx.await("the conversation", () -> model.conversation().get() != null);
            commands.idle().get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);

            assertEquals(better, rig.conversations().getFirst().options().model());
            assertEquals(better, Fx.call(() -> model.options().get().model()));
        }
    }

    @Test
    void what_is_refused_comes_back_into_its_chat_only() throws Exception {
        Conversation other = rig.stored("of the other");
        rig.connected();
        rig.gates.hold("create");
        rig.gates.refuse("create");
        rig.send(FIRST);
        Fx.run(() -> rig.type("and more"));
        rig.open(other.id());
        rig.gates.release("create");
        rig.settled();

        assertEquals("of the other", rig.text());
        assertEquals(1, rig.toasts.size());
        Fx.run(() -> rig.page.openNew(""));
        rig.settled();
        assertEquals("hello\nand more", rig.text());
    }

    @Test
    void what_is_refused_comes_back_before_what_was_typed_since() throws Exception {
        rig.connected();
        rig.gates.hold("create");
        rig.gates.refuse("create");
        rig.send(FIRST);
        Fx.run(() -> rig.type("and more"));
        rig.gates.release("create");
        rig.settled();
        Fx.run(() -> rig.type("!"));

        assertEquals("hello\nand more!", rig.text());
        rig.settled();
        assertEquals("hello\nand more!", rig.store().draft(ConversationId.NONE));
    }

    @Test
    void a_message_that_cannot_be_one_makes_no_conversation() throws Exception {
        Composition endless = new Composition("x".repeat(Message.MAX_TEXT + 1), List.of());
        CompletableFuture<RuntimeException> refusal = new CompletableFuture<>();
        try (Commands commands = new Commands(e -> {});
                ChatViewModel model = Fx.call(() -> new ChatViewModel(rig.engine, commands))) {
            Fx.run(() -> model.send(endless, refusal::complete));

            assertInstanceOf(
                    InvalidMessageException.class,
                    refusal.get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS));
            assertEquals(List.of(), rig.conversations());
        }
    }

    @Test
    void what_is_sent_before_the_store_is_open_is_what_stood_there_then() throws Exception {
        Fx.run(() -> rig.page.openNew(""));
        rig.send(FIRST);
        Fx.run(() -> rig.type("and mo"));
        Fx.run(() -> rig.page.connect(rig.services));
        Fx.run(() -> rig.type("re"));
        rig.settled();

        assertEquals("and more", rig.text());
        assertEquals(FIRST, text(rig.shown(), 0));
    }

    @Test
    void a_message_sent_before_the_store_is_open_goes_where_the_window_was() throws Exception {
        Conversation last = rig.stored("half a thought");
        Fx.run(() -> rig.page.open(last.id()));
        rig.send(FIRST);
        Fx.run(() -> rig.page.connect(rig.services));
        rig.settled();

        assertEquals(last.id(), rig.shown());
        assertEquals(FIRST, text(last.id(), 0));
        assertEquals("half a thought", rig.text());
        rig.settled();
        assertEquals("half a thought", rig.store().draft(last.id()));
    }

    @Test
    void copying_the_conversation_copies_what_came_since_it_was_opened_too() throws Exception {
        rig.connected();
        rig.send(FIRST);
        rig.settled();
        ConversationId id = rig.shown();
        Fx.await("the answer", () -> rig.path(id).equals(List.of(FIRST, "So it is.")));

        Fx.run(() -> {
            MenuButton more = (MenuButton) rig.stage.getScene().lookup(".chat-header .icon-button");
            more.getItems().stream()
                    .filter(item -> "copyAll".equals(item.getId()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
        });
        rig.settled();

        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.contains(FIRST) && copied.contains("So it is."), copied);
    }

    @Test
    void the_conversation_shows_what_happened_while_it_was_being_made() throws Exception {
        rig.connected();
        rig.send(FIRST);
        Fx.await("the answer", () -> rig.stage.getScene().lookup(".transcript").isVisible());
        Fx.await(
                "the title",
                () ->
                        rig.stage.getScene().lookup(".chat-header .text-field")
                                        instanceof javafx.scene.control.TextField title
                                && title.getText().equals(FIRST));
        assertTrue(rig.toasts.isEmpty());
    }
}
