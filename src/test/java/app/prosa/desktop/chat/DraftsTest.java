package app.prosa.desktop.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Conversation;
import app.prosa.desktop.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is typed and not sent, while the page goes from chat to chat. */
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class DraftsTest {
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
    void each_chat_has_its_own_the_new_one_too() throws Exception {
        Conversation other = rig.stored("of the other");
        rig.connected();
        Fx.run(() -> rig.type("of the new one"));
        rig.open(other.id());
        rig.settled();
        assertEquals("of the other", rig.text());

        Fx.run(() -> rig.page.openNew(""));
        rig.settled();

        assertEquals("of the new one", rig.text());
    }

    @Test
    void what_is_typed_before_the_draft_has_been_read_comes_after_it() throws Exception {
        Conversation chat = rig.stored("half a thought");
        rig.connected();
        rig.gates.hold("draft");
        rig.open(chat.id());
        Fx.run(() -> rig.type("and the "));
        rig.gates.release("draft");
        Fx.await("the draft", () -> rig.composer().getText().startsWith("half"));
        Fx.run(() -> rig.type("rest"));
        rig.settled();

        assertEquals("half a thought\nand the rest", rig.text());
        assertEquals("half a thought\nand the rest", rig.store().draft(chat.id()));
    }

    @Test
    void leaving_before_the_draft_has_been_read_loses_neither_part() throws Exception {
        Conversation chat = rig.stored("half a thought");
        Conversation other = rig.stored("");
        rig.connected();
        rig.gates.hold("draft");
        rig.open(chat.id());
        Fx.run(() -> rig.type("and more"));
        rig.open(other.id());
        rig.gates.release("draft");
        rig.settled();

        assertEquals("half a thought\nand more", rig.store().draft(chat.id()));
        assertEquals("", rig.text());
    }

    @Test
    void what_is_typed_before_the_store_is_open_belongs_to_what_opens() throws Exception {
        Conversation last = rig.stored("half a thought");
        Fx.run(() -> {
            rig.page.open(last.id());
            rig.type("and more");
            rig.page.connect(rig.services);
        });
        rig.settled();

        assertEquals("half a thought\nand more", rig.text());
        assertEquals("half a thought\nand more", rig.store().draft(last.id()));
    }

    @Test
    void a_draft_that_is_handed_over_is_not_doubled() throws Exception {
        rig.connected();
        Fx.run(() -> rig.type("half a thought"));
        rig.settled();
        Fx.run(() -> rig.page.openNew("half a thought"));
        rig.settled();

        assertEquals("half a thought", rig.text());
    }

    @Test
    void attachments_wait_where_they_were_added() throws Exception {
        Conversation other = rig.stored("");
        rig.connected();
        Fx.run(() -> rig.composing().attach(List.of(Attachment.ofText("notes.txt", "x"))));
        rig.open(other.id());
        rig.settled();
        assertEquals(0, chips());

        Fx.run(() -> rig.page.openNew(""));
        rig.settled();

        assertEquals(1, chips());
    }

    @Test
    void a_file_that_took_long_to_read_goes_where_it_was_chosen() throws Exception {
        ComposerViewModel composing = new ComposerViewModel();
        Chat first = Chat.of(rig.stored("").id());
        try (Commands commands = new Commands(e -> {})) {
            Fx.run(() -> {
                Drafts drafts = new Drafts(rig.store(), commands, composing);
                drafts.enter(first);
                drafts.enter(Chat.begin());
                drafts.attach(first, List.of(Attachment.ofText("notes.txt", "x")));
                assertEquals(0, composing.attachments().size());
                drafts.enter(Chat.of(first.id()));
                assertEquals(1, composing.attachments().size());
            });
        }
    }

    @Test
    void closing_the_page_keeps_what_was_typed_last_and_nothing_comes_after_it() throws Exception {
        Chat chat = Chat.of(rig.stored("").id());
        ComposerViewModel composing = new ComposerViewModel();
        try (Commands commands = new Commands(e -> {})) {
            Drafts drafts = new Drafts(rig.store(), commands, composing);
            Fx.run(() -> {
                drafts.enter(chat);
                composing.text().set("half a thought");
                drafts.close();
                composing.text().set("of another page");
                drafts.flush();
            });
        }
        assertEquals("half a thought", rig.store().draft(chat.id()));
    }

    @Test
    void a_page_that_is_closed_has_nothing_left_to_keep() throws Exception {
        Commands commands = new Commands(e -> {});
        commands.close();
        commands.idle().get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void the_end_of_the_process_keeps_it_without_the_thread_of_javafx() throws Exception {
        Conversation chat = rig.stored("half a thought");
        rig.connected();
        rig.open(chat.id());
        rig.settled();
        String stored =
                Fx.call(() -> {
                    rig.type(" more");
                    rig.page.keep().get(Fx.PATIENCE_SECONDS, TimeUnit.SECONDS);
                    return rig.store().draft(chat.id());
                });
        assertEquals(rig.text(), stored);
        assertTrue(stored.contains("more"), stored);
    }

    private int chips() throws Exception {
        return Fx.call(() ->
                (int)
                        rig.stage.getScene().getRoot().lookupAll(".attachment-chip").stream()
                                .filter(Button.class::isInstance)
                                .count());
    }
}
