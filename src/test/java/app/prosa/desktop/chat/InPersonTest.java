package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.Receipt;
import app.prosa.desktop.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A visitor's conversation in the window: what is typed there is said in person. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class InPersonTest {
    @TempDir Path dir;
    private ChatRig rig;
    private ConversationId id;

    @BeforeEach
    void open() throws Exception {
        rig = new ChatRig(dir).connected();
        id = say("is anybody there?").conversation().id();
        rig.open(id);
        rig.settled();
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private Receipt say(String text) throws Exception {
        Receipt receipt =
                rig.engine.send(new InboundMessage(ChannelKind.WEB, "ana", text, null, List.of()));
        if (receipt.turn() != null) {
            receipt.turn().done().get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        return receipt;
    }

    private Conversation stored() {
        return rig.store().find(id).orElseThrow();
    }

    private MenuButton mode() {
        return (MenuButton) rig.stage.getScene().lookup(".mode");
    }

    private void awaitMode(String name) throws Exception {
        Fx.await(name, () -> mode().isVisible() && mode().getText().equals(name));
    }

    @Test
    void a_reply_from_the_composer_is_the_operators_and_takes_over() throws Exception {
        awaitMode("The model answers");
        rig.send("I am, hello Ana");
        rig.settled();
        List<Message> path = rig.store().path(id, 0, 100);
        assertEquals("I am, hello Ana", path.getLast().text());
        assertEquals(Author.OPERATOR, path.getLast().author());
        awaitMode("You answer");
        assertEquals(Mode.HUMAN, stored().mode());
        assertEquals("", rig.text());
        assertEquals(1, rig.conversations().size());
    }

    @Test
    void it_is_handed_back_in_the_header() throws Exception {
        rig.send("I am");
        awaitMode("You answer");
        say("thanks");
        assertEquals("thanks", rig.path(id).getLast());
        Fx.run(() -> choose("The model answers"));
        awaitMode("The model answers");
        say("and now?");
        assertEquals("So it is.", rig.path(id).getLast());
    }

    private void choose(String name) {
        for (MenuItem item : mode().getItems()) {
            if (item.getText().equals(name)) {
                ((RadioMenuItem) item).fire();
            }
        }
    }

    @Test
    void what_does_not_fit_the_channel_stays_in_the_composer_with_the_reason() throws Exception {
        String tooLong = "x".repeat(InboundMessage.MAX_CHANNEL_TEXT + 1);
        Fx.run(() -> rig.composing().text().set(tooLong));
        Fx.run(rig::enter);
        rig.settled();
        assertEquals(tooLong, rig.text());
        assertEquals(
                List.of("A reply in person may have at most 4,000 characters. Send it in parts."),
                rig.toasts);
        assertEquals(Mode.AUTO, stored().mode());
    }

    @Test
    void what_belongs_to_the_model_is_there_in_an_own_chat_only() throws Exception {
        Fx.await("the prompt", () -> rig.composer().getPromptText().equals("Reply in person"));
        assertFalse(Fx.call(() -> attach().isVisible()));
        Fx.run(() -> rig.page.openNew(""));
        rig.settled();
        assertEquals("Write a message", Fx.call(() -> rig.composer().getPromptText()));
        assertTrue(Fx.call(() -> attach().isVisible()));
        assertFalse(Fx.call(() -> mode().isVisible()));
    }

    @Test
    void what_the_visitor_wrote_is_not_the_operators_to_change() throws Exception {
        Fx.run(() ->
                rig.composer()
                        .fireEvent(
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        KeyCode.UP,
                                        false,
                                        false,
                                        false,
                                        false)));
        rig.settled();
        assertEquals("", rig.text());
        assertEquals(null, Fx.call(() -> rig.composing().editing().get()));
    }

    @Test
    void changing_a_message_is_offered_where_it_is_ones_own_only() throws Exception {
        awaitOffers(List.of("Copy", "Continue in a new chat", "Quote", "Pin", "Delete"));
        Fx.run(() -> rig.page.openNew(""));
        rig.settled();
        rig.send("is anybody there?");
        rig.settled();
        awaitOffers(
                List.of(
                        "Copy",
                        "Edit and send again",
                        "Continue in a new chat",
                        "Quote",
                        "Pin",
                        "Delete"));
    }

    /** On the first message. */
    private void awaitOffers(List<String> names) throws Exception {
        Fx.await("the actions " + names, () -> names.equals(offers()));
    }

    private List<String> offers() {
        Node first = rig.stage.getScene().lookup(".actions");
        return first == null
                ? List.of()
                : first.lookupAll(".button").stream().map(Node::getAccessibleText).toList();
    }

    private Node attach() {
        return rig.stage.getScene().lookup(".composer-bar > .icon-button");
    }
}
