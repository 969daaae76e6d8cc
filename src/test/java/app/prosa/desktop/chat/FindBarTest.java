package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.desktop.Fx;
import app.prosa.desktop.Shortcut;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mod+F in a conversation. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class FindBarTest {
    @TempDir Path dir;
    private ChatRig rig;

    @BeforeEach
    void open() throws Exception {
        rig = new ChatRig(dir);
        rig.connected();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    /** Question and answer, so often. */
    private Conversation talk(int turns) throws Exception {
        Conversation chat = rig.stored("a draft");
        for (int i = 0; i < turns; i++) {
            rig.engine
                    .send(InboundMessage.typed(chat.userId(), "Ação number " + i, List.of()))
                    .answering()
                    .done()
                    .get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        rig.open(chat.id());
        Fx.await("the draft", () -> rig.composer().getText().equals("a draft"));
        Fx.await("the conversation", () -> node(".transcript").isVisible());
        return chat;
    }

    private void find(String text) throws Exception {
        Fx.run(() -> {
            assertTrue(rig.shortcuts.run(Shortcut.FIND, 0));
            field().setText(text);
        });
    }

    private Node node(String selector) {
        return rig.stage.getScene().lookup(selector);
    }

    private TextField field() {
        return (TextField) node(".find-bar .text-field");
    }

    private String count() {
        return ((Label) node(".find-count")).getText();
    }

    private void press(KeyCode code, boolean shift) throws Exception {
        Fx.run(() ->
                field().fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        code,
                                        shift,
                                        false,
                                        false,
                                        false)));
    }

    private void awaitCount(String text) throws Exception {
        Fx.await(text, () -> count().equals(text));
    }

    @Test
    void every_hit_of_the_conversation_is_gone_to_round_and_round() throws Exception {
        talk(12);
        find("acao");
        Fx.await("a count", () -> count().endsWith(" of 12"));
        find("acao NUMBER 3");
        awaitCount("1 of 1");
        find("number 1");
        Fx.await("number 1, 10 and 11", () -> count().endsWith(" of 3"));
        int at = Integer.parseInt(Fx.call(this::count).substring(0, 1));
        press(KeyCode.ENTER, false);
        awaitCount(at % 3 + 1 + " of 3");
        press(KeyCode.ENTER, true);
        awaitCount(at + " of 3");
        Fx.run(() -> assertTrue(rig.shortcuts.run(Shortcut.FIND_NEXT, 0)));
        awaitCount(at % 3 + 1 + " of 3");
        Fx.run(() -> assertTrue(rig.shortcuts.run(Shortcut.FIND_PREVIOUS, 0)));
        awaitCount(at + " of 3");
        Fx.await(
                "words for a screen reader",
                () -> field().getAccessibleText().contains("Ação number 1"));
    }

    @Test
    void escape_closes_it_and_gives_the_composer_back() throws Exception {
        talk(1);
        Fx.run(rig.page::focusComposer);
        find("xyzzy");
        awaitCount("Not found");
        press(KeyCode.ESCAPE, false);
        Fx.run(() -> {
            assertFalse(node(".find-bar").isVisible());
            assertTrue(rig.composer().isFocused());
            assertEquals("a draft", rig.composer().getText());
        });
    }

    @Test
    void escape_closes_it_from_the_transcript_too() throws Exception {
        talk(1);
        find("acao");
        awaitCount("1 of 1");
        Fx.run(() -> {
            Node transcript = node(".transcript");
            transcript.requestFocus();
            transcript.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.ESCAPE,
                            false,
                            false,
                            false,
                            false));
            assertFalse(node(".find-bar").isVisible());
        });
    }

    @Test
    void another_conversation_closes_it_and_takes_no_focus() throws Exception {
        talk(1);
        find("acao");
        awaitCount("1 of 1");
        Fx.run(() -> {
            rig.page.openNew("");
            rig.page.focusComposer();
        });
        rig.settled();
        Fx.run(() -> {
            assertFalse(node(".find-bar").isVisible());
            assertTrue(rig.composer().isFocused());
            assertFalse(rig.shortcuts.run(Shortcut.FIND, 0), "nothing to find in");
        });
    }

    @Test
    void it_can_be_asked_for_before_the_conversation_is_there() throws Exception {
        Conversation chat = talk(2);
        Fx.run(() -> rig.page.openNew(""));
        rig.settled();
        rig.gates.hold("find");
        rig.open(chat.id());
        find("acao");
        rig.gates.release("find");
        Fx.await("two", () -> count().endsWith(" of 2"));
        Fx.run(() -> assertTrue(field().isFocused()));
    }

    @Test
    void what_arrives_meanwhile_is_found_too() throws Exception {
        Conversation chat = talk(2);
        find("so it is");
        Fx.await("two", () -> count().endsWith(" of 2"));
        rig.engine.send(InboundMessage.typed(chat.userId(), "more", List.of()));
        Fx.await("three", () -> count().endsWith(" of 3"));
        Message last = rig.store().path(chat.id(), 5, 6).getFirst();
        rig.store().deleteMessage(last.id(), true);
        Fx.await("two again", () -> count().endsWith(" of 2"));
    }

    @Test
    void the_window_works_while_the_store_is_slow() throws Exception {
        talk(3);
        rig.gates.hold("path");
        find("acao");
        awaitCount("Searching…");
        Fx.run(() -> rig.composer().setText("typed meanwhile"));
        find("number 2");
        rig.gates.release("path");
        awaitCount("1 of 1");
        assertEquals("typed meanwhile", rig.text());
    }

    @Test
    void messages_that_cannot_be_read_are_said() throws Exception {
        talk(1);
        rig.gates.refuse("path");
        find("acao");
        awaitCount("Not readable now");
        assertEquals(1, rig.toasts.size());
    }
}
