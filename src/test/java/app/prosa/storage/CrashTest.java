package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.StoreException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int ROUNDS = 4;

    @Test
    void what_was_acknowledged_is_there_after_a_kill(@TempDir Path dir) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (ChildProcess child = ChildProcess.writingTo(dir, round)) {
                for (int i = 0; i < 60 + 41 * round; i++) {
                    acknowledged.add(child.nextStored());
                }
                acknowledged.addAll(child.kill());
            }
            try (Database database = Database.open(dir)) {
                ConversationStore store = database.conversations();
                acknowledged.forEach(name -> isThere(store, name));
                assertTrue(store.interruptUnfinished() <= 3);
                store.page(Query.ALL, null, 1_000).forEach(one -> isWhole(store, one));
            }
        }
        assertTrue(acknowledged.size() >= 60 * ROUNDS);
    }

    /** Asked for by its external id: what is there is a repeat. */
    private static void isThere(ConversationStore store, String name) {
        String writer = name.substring(0, name.indexOf('m'));
        InboundMessage again =
                new InboundMessage(ChannelKind.WEB, writer, "again", name, List.of());
        Received received = store.receive(again, false, Instant.now());
        assertTrue(received.repeat(), name);
    }

    private static void isWhole(ConversationStore store, Conversation conversation) {
        List<Message> path = store.path(conversation.id(), 0, Integer.MAX_VALUE);
        assertEquals(conversation.size(), path.size());
        assertTrue(path.stream().allMatch(message -> message.state().isFinal()));
        assertEquals(0, path.size() % 2, "a message and its reply are stored together");
    }

    @Test
    void a_second_process_is_told_that_the_database_is_in_use(@TempDir Path dir) throws Exception {
        try (ChildProcess child = ChildProcess.writingTo(dir, 0)) {
            child.nextStored();
            StoreException thrown =
                    assertThrows(StoreException.class, () -> Database.open(dir).close());
            assertEquals(StoreException.Cause.IN_USE, thrown.reason());
            child.nextStored();
            child.kill();
        }
        Database.open(dir).close();
    }
}
