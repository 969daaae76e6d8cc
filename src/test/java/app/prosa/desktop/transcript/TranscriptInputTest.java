package app.prosa.desktop.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.desktop.Fx;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class TranscriptInputTest extends TranscriptWindow {
    TranscriptInputTest() throws Exception {}

    @Test
    void selected_text_is_copied_across_messages_without_decorations() throws Exception {
        show(
                List.of(
                        Conversations.message(0, Author.USER, "**bold** words"),
                        Conversations.message(
                                1,
                                Author.ASSISTANT,
                                "- a `b`\n- c\n\n```java\nint x;\nint y;\n```\n\n|h|i|\n|-|-|\n|1|2|")));
        Fx.run(() -> {
            view.selectAll();
            view.copySelection();
        });
        awaitCopied("bold words\n\n• a b\n• c\n\nint x;\nint y;\n\nh\ti\n1\t2");
    }

    @Test
    void dragging_selects_by_character_and_double_clicking_by_word() throws Exception {
        show(List.of(Conversations.message(0, Author.USER, "alpha beta gamma\n\nsecond line")));
        Fx.run(() -> {
            Point2D start = middleOf(0, 6);
            press(start, 2);
            view.copySelection();
            assertEquals("beta", Clipboard.getSystemClipboard().getString());
            press(middleOf(0, 1), 1);
            drag(middleOf(1, 5));
            view.copySelection();
        });
        String copied = Fx.call(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(
                copied.startsWith("lpha beta gamma\n\nsecon")
                        || copied.startsWith("pha beta gamma\n\nsecon"),
                copied);
        Fx.run(() -> assertFalse(view.isFollowing()));
    }

    @Test
    void the_selection_outlives_scrolling_away_and_back() throws Exception {
        show(Conversations.many(300));
        Fx.run(() -> {
            view.reveal(10);
            view.selectAll();
        });
        Fx.run(() -> view.reveal(290));
        awaitReady();
        Fx.run(() -> view.copySelection());
        awaitCopied("Question 10: how does this work?\nPlease be short.");
    }

    /** What is not at hand any more is read again first. */
    private static void awaitCopied(String text) throws Exception {
        Fx.await(text, () -> text.equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void a_whole_conversation_is_copied_in_the_background() throws Exception {
        show(Conversations.many(2_000));
        Fx.run(() -> {
            view.selectAll();
            view.copySelection();
        });
        Fx.await(
                "all is in the clipboard",
                () -> {
                    String text = Clipboard.getSystemClipboard().getString();
                    return text != null
                            && text.startsWith("Question 0:")
                            && text.contains("Answer 1999.");
                });
    }

    @Test
    void every_action_is_asked_of_the_owner() throws Exception {
        show(
                List.of(
                        Conversations.message(0, Author.USER, "q"),
                        Conversations.with(
                                Conversations.message(1, Author.ASSISTANT, "one *two*"),
                                2,
                                3,
                                false),
                        Conversations.message(
                                2,
                                Author.ASSISTANT,
                                "",
                                "",
                                MessageState.FAILED,
                                Failure.of(Failure.Kind.TIMEOUT))));
        Fx.run(() -> {
            button(0, "Edit and send again").fire();
            button(0, "Delete").fire();
            button(1, "Write another answer").fire();
            button(1, "Continue in a new chat").fire();
            button(1, "Quote").fire();
            button(1, "Pin").fire();
            button(1, "Previous version").fire();
            button(1, "Next version").fire();
            button(2, "Try again").fire();
            button(1, "Copy").fire();
            assertEquals("one two", Clipboard.getSystemClipboard().getString());
        });
        assertEquals(
                List.of(
                        "edit 0",
                        "delete 0",
                        "regenerate 1",
                        "fork 1",
                        "quote one two",
                        "pin 1 true",
                        "version 1 -1",
                        "version 1 1",
                        "retry 2"),
                asked);
        Fx.run(() ->
                assertTrue(
                        root.lookupAll(".notice .label").stream()
                                .anyMatch(n ->
                                        ((javafx.scene.control.Label) n)
                                                .getText()
                                                .equals("Said: TIMEOUT"))));
    }

    @Test
    void what_another_asked_is_not_gone_on_with() throws Exception {
        Message cut =
                Conversations.cutShort(Conversations.message(1, Author.ASSISTANT, "As I was say"));
        List<Message> messages = List.of(Conversations.message(0, Author.USER, "q"), cut);
        show(new ListSource(messages, false));
        Fx.run(() -> {
            assertEquals(0, buttons(1, "Continue").count());
            assertEquals(0, buttons(0, "Edit and send again").count());
            assertEquals(1, buttons(1, "Write another answer").count());
        });
    }

    @Test
    void going_on_is_offered_at_the_end_of_a_conversation_only() throws Exception {
        Message cut =
                Conversations.cutShort(Conversations.message(1, Author.ASSISTANT, "As I was say"));
        ListSource source = show(List.of(Conversations.message(0, Author.USER, "q"), cut));
        Fx.run(() -> button(1, "Continue").fire());
        assertEquals(List.of("go on 1"), asked);

        Fx.run(() -> source.add(Conversations.message(2, Author.USER, "go on")));
        Fx.await("no offer", () -> buttons(1, "Continue").findAny().isEmpty());
        awaitReady();
        Fx.run(() ->
                assertTrue(
                        root.lookupAll(".notice .label").stream()
                                .anyMatch(n ->
                                        ((javafx.scene.control.Label) n)
                                                .getText()
                                                .startsWith("This answer ends here"))));
    }

    @Test
    void an_answer_that_never_began_can_be_tried_again() throws Exception {
        Message cut =
                Conversations.cutShort(
                        Conversations.message(
                                0,
                                Author.ASSISTANT,
                                "",
                                "so much to think about",
                                MessageState.COMPLETE,
                                null));
        show(List.of(cut));
        Fx.run(() -> button(0, "Try again").fire());
        assertEquals(List.of("retry 0"), asked);
    }

    @Test
    void a_link_is_opened_by_a_click_and_by_the_keyboard() throws Exception {
        show(List.of(Conversations.message(0, Author.ASSISTANT, "see [there](https://a.b/c) now")));
        Fx.run(() -> {
            Point2D link = middleOf(0, 6);
            press(link, 1);
            mouse(MouseEvent.MOUSE_CLICKED, link, 1);
            Point2D plain = middleOf(0, 1);
            press(plain, 1);
            mouse(MouseEvent.MOUSE_CLICKED, plain, 1);
        });
        awaitReady();
        Fx.run(() -> {
            Node text = rows().getFirst().reachable().getFirst();
            assertTrue(text instanceof Text && text.isFocusTraversable());
            text.fireEvent(key(KeyCode.ENTER));
        });
        assertEquals(List.of("link https://a.b/c", "link https://a.b/c"), asked);
    }

    @Test
    void the_keyboard_walks_from_message_to_message_and_into_its_actions() throws Exception {
        show(Conversations.many(30));
        Fx.run(() -> {
            view.requestFocus();
            view.fireEvent(key(KeyCode.UP));
            assertEquals(29, view.focusedSlot());
            view.fireEvent(key(KeyCode.UP));
            assertEquals(28, view.focusedSlot());
        });
        awaitReady();
        Fx.run(() -> {
            assertEquals(
                    "You: Question 28: how does this work?\nPlease be short.",
                    view.lookup(".message-ring").getAccessibleText());
            view.fireEvent(key(KeyCode.ENTER));
            Node owner = view.getScene().getFocusOwner();
            assertEquals("Copy", ((Button) owner).getAccessibleText());
            assertTrue(
                    rows().stream()
                            .flatMap(r -> r.reachable().stream())
                            .filter(Node::isFocusTraversable)
                            .allMatch(n -> in(n, 28)));
            owner.fireEvent(key(KeyCode.ESCAPE));
            assertTrue(view.isFocused());
        });
    }

    @Test
    void the_ring_stands_around_the_message_that_has_the_focus() throws Exception {
        show(Conversations.many(10));
        Fx.run(() -> {
            view.requestFocus();
            view.fireEvent(key(KeyCode.UP));
        });
        awaitReady();
        Bounds bounds = Fx.call(() -> view.viewport().boundsOf(9));
        assertNotNull(bounds);
        Fx.run(() -> {
            Node ring = view.lookup(".message-ring");
            assertTrue(ring.isVisible());
            assertTrue(ring.getBoundsInParent().getWidth() > bounds.getWidth());
            press(new Point2D(400, 300), 1);
        });
        Fx.await("no ring for the mouse", () -> !view.lookup(".message-ring").isVisible());
    }
}
