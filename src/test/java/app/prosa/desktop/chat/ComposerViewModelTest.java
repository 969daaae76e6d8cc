package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposerViewModelTest {
    private final ComposerViewModel composer = new ComposerViewModel();

    @Test
    void only_white_space_is_nothing_to_send_but_an_attachment_is() {
        composer.text().set(" \n");
        assertTrue(composer.blank().get());

        composer.attach(List.of(Attachment.ofText("a.txt", "a")));
        assertFalse(composer.blank().get());
    }

    @Test
    void what_could_not_be_sent_comes_back_before_what_was_typed_meanwhile() {
        composer.text().set("first");
        Composition taken = composer.take();
        composer.text().set("second");

        composer.giveBack(taken);

        assertEquals("first\nsecond", composer.text().get());
    }

    @Test
    void editing_an_old_message_sets_the_draft_aside_and_brings_it_back() {
        composer.text().set("draft");
        composer.edit(message("old"));
        assertEquals("old", composer.text().get());
        assertEquals("draft", composer.draft());

        composer.edit(message("older"));
        composer.endEdit();

        assertEquals("draft", composer.text().get());
        assertNull(composer.editing().get());
    }

    @Test
    void a_quote_is_marked_line_by_line_after_what_is_there() {
        composer.text().set("see");
        composer.quote("one\ntwo");

        assertEquals("see\n> one\n> two\n\n", composer.text().get());
    }

    @Test
    void a_large_paste_is_an_attachment_if_wanted_and_a_huge_one_always() {
        String large = "x".repeat(ComposerViewModel.LARGE_PASTE + 1);
        String huge = "x".repeat(ComposerViewModel.HUGE_PASTE + 1);

        assertTrue(ComposerViewModel.isAttachment(large, true));
        assertFalse(ComposerViewModel.isAttachment(large, false));
        assertTrue(ComposerViewModel.isAttachment(huge, false));
        assertFalse(ComposerViewModel.isAttachment("short", true));
    }

    private static Message message(String text) {
        return new Message(
                MessageId.next(),
                ConversationId.next(),
                0,
                null,
                Author.USER,
                text,
                "",
                MessageState.COMPLETE,
                null,
                null,
                Instant.EPOCH,
                1,
                1,
                false,
                false,
                List.of());
    }
}
