package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a model is shown is the same, whether it is remembered or read. */
class ContextsTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<MessageState> ENDS =
            List.of(
                    MessageState.COMPLETE,
                    MessageState.COMPLETE,
                    MessageState.STOPPED,
                    MessageState.INTERRUPTED,
                    MessageState.FAILED);

    @TempDir Path dir = Path.of("");

    private Database database;
    private ConversationStore store;

    @BeforeEach
    void open() {
        database = Database.open(dir);
        store = database.conversations();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_is_done_to_conversations(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            Received received = receive("user " + random.nextInt(3), i, random.nextInt(8) > 0);
            Message reply = received.reply();
            if (reply != null) {
                assertSame(reply.id(), random.nextInt(4) == 0 ? 60 : 1 + random.nextInt(12));
                String text = random.nextInt(6) == 0 ? "" : "answer " + i;
                MessageState end = ENDS.get(random.nextInt(ENDS.size()));
                if (random.nextInt(10) > 0) {
                    store.finish(reply.id(), end, text, "", null, null);
                }
            }
            meddle(random, received);
        }
    }

    private void meddle(Random random, Received received) {
        List<Message> path = store.path(received.conversation().id(), 0, Integer.MAX_VALUE);
        Message any = path.get(random.nextInt(path.size()));
        switch (random.nextInt(24)) {
            case 0 -> store.deleteMessage(any.id(), random.nextBoolean());
            case 1 -> store.append(received.conversation().id(), Author.OPERATOR, "I", NOON);
            case 2 -> store.openVersion(any.id(), NOON).ifPresent(m -> assertSame(m.id(), 9));
            case 3 -> store.show(any.id());
            case 4 -> store.edit(any.id(), "edited", NOON);
            case 5 -> store.erase(received.conversation().id());
            default -> {}
        }
    }

    private void assertSame(MessageId reply, int limit) {
        List<Message> read =
                database.read(
                        "test",
                        reads ->
                                Replies.context(
                                        reads, Node.find(reads, reply).orElseThrow(), limit));
        assertEquals(read, store.context(reply, limit));
        assertEquals(read, store.context(reply, limit), "asked again");
    }

    @Test
    void what_is_remembered_is_not_without_end() {
        String longest = "x".repeat(1 << 20);
        for (int i = 0; i < 40; i++) {
            Received received = receive("user " + i, i, true);
            MessageId reply = reply(received);
            assertEquals(1, store.context(reply, 10).size());
            store.finish(reply, MessageState.COMPLETE, longest, "", null, null);
        }
        for (int i = 0; i < 40; i++) {
            Received again = receive("user " + i, 100 + i, true);
            assertEquals(3, store.context(reply(again), 10).size());
        }
    }

    /** However many are asked for, until some were let go. */
    @Test
    void all_of_a_new_conversation_is_known() {
        Contexts contexts = new Contexts();
        for (int i = 0; i < 30; i++) {
            Received received = receive("ana", i, true);
            contexts.received(received, contexts.moment());
            MessageId reply = reply(received);
            assertEquals(i < 10, contexts.before(reply, 100).isPresent(), "answer " + i);
            assertEquals(true, contexts.before(reply, 20).isPresent(), "answer " + i);
            store.finish(reply, MessageState.COMPLETE, "answer", "", null, null)
                    .ifPresent(contexts::finished);
        }
    }

    private static MessageId reply(Received received) {
        Message reply = received.reply();
        if (reply == null) {
            throw new AssertionError("There is no reply");
        }
        return reply.id();
    }

    private Received receive(String user, int number, boolean openReply) {
        String id = user + " " + number;
        return store.receive(
                new InboundMessage(ChannelKind.WEB, user, "question " + number, id, List.of()),
                openReply,
                NOON);
    }
}
