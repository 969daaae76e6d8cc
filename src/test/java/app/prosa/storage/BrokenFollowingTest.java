package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The tables cannot follow, because one of them is missing for a while. */
@Timeout(120)
class BrokenFollowingTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path dir = Path.of("");

    private final List<Message> told = new ArrayList<>();

    private void send(ConversationStore store, String user) {
        String name = "name " + told.size();
        Received received =
                store.receive(
                        new InboundMessage(ChannelKind.WEB, user, name, null, List.of()),
                        true,
                        NOON);
        told.add(received.message());
        Message reply = received.reply();
        if (reply == null) {
            throw new AssertionError("There is no reply");
        }
        store.checkpoint(reply.id(), "so far", "");
        told.add(
                store.finish(reply.id(), MessageState.COMPLETE, "answer", "", null, null)
                        .orElseThrow()
                        .reply());
    }

    /** A new user is taken in once it is known who has been here; that is looked up meanwhile. */
    private void maybe(ConversationStore store, String user) {
        try {
            send(store, user);
        } catch (StoreException e) {
            assertEquals(StoreException.Cause.CORRUPT, e.reason());
        }
    }

    @Test
    void it_is_tried_again_and_nothing_is_lost_and_reads_say_so_meanwhile() throws Exception {
        try (Database database = Database.open(dir)) {
            ConversationStore store = database.conversations();
            send(store, "ana");
            store.counts();
            try (Connection connection = H2File.source(dir).getConnection();
                    Statement statement = connection.createStatement()) {
                send(store, "bia");
                store.counts();
                statement.execute("ALTER TABLE message RENAME TO elsewhere");
                for (int i = 0; i < 5; i++) {
                    maybe(store, "bia");
                    maybe(store, "ana");
                    maybe(store, "new " + i);
                    assertThrows(StoreException.class, store::counts);
                    assertThrows(
                            StoreException.class,
                            () -> store.markRead(told.getFirst().conversationId()));
                }
                statement.execute("ALTER TABLE elsewhere RENAME TO message");
            }
            check(store);
            send(store, "new 0");
            check(store);
        }
        try (Database database = Database.open(dir)) {
            check(database.conversations());
        }
        assertFalse(Files.exists(H2File.refused(dir)), "a broken file is no refusal");
    }

    private void check(ConversationStore store) {
        for (Message one : told) {
            assertEquals(one, store.message(one.id()).orElseThrow());
            Conversation chat = store.find(one.conversationId()).orElseThrow();
            assertEquals(chat.size(), store.path(chat.id(), 0, 10_000).size());
        }
        assertEquals(told.size(), store.counts().messages());
    }
}
