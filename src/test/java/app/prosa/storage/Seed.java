package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ReplyMeta;
import app.prosa.conversation.ReplyMeta.Usage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Fills a database quickly with what looks like real use, always the same. */
public final class Seed {
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");
    private static final int AT_ONCE = 1_000;

    private static final ReplyMeta META =
            new ReplyMeta(
                    new ModelRef("demo", "demo"),
                    new Usage(420, 180),
                    Duration.ofMillis(310),
                    null,
                    Duration.ofMillis(4_200));

    private final Database database;
    private final Random random = new Random(7);

    private Seed(Database database) {
        this.database = database;
    }

    public static Seed in(Database database) {
        return new Seed(database);
    }

    /**
     * Adds own chats of two messages each; later ones are newer, every five hundredth is pinned.
     *
     * @return their ids, oldest first
     */
    public List<ConversationId> conversations(int count) {
        List<ConversationId> ids = new ArrayList<>();
        for (int from = 0; from < count; from += AT_ONCE) {
            int first = from;
            int before = Math.min(from + AT_ONCE, count);
            ids.addAll(database.inTransaction("seed", tx -> someConversations(tx, first, before)));
        }
        return ids;
    }

    private List<ConversationId> someConversations(Tx tx, int from, int before)
            throws SQLException {
        List<ConversationId> ids = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        for (int i = from; i < before; i++) {
            ConversationRow row = empty(tx, START.plusSeconds(60L * i));
            row.pinned = i % 500 == 499;
            fill(row, messages, 2);
            ConversationRows.insert(tx, row);
            ids.add(row.id);
        }
        MessageRows.insert(tx, null, messages);
        return ids;
    }

    /**
     * Adds one own chat of this many messages, question and answer in turn, the answers with
     * headings, lists, tables and code.
     */
    public ConversationId conversation(int messages) {
        return database.inTransaction(
                "seed",
                tx -> {
                    ConversationRow row = empty(tx, START);
                    ConversationRows.insert(tx, row);
                    while (row.size < messages) {
                        List<Message> some = new ArrayList<>();
                        fill(row, some, Math.min(AT_ONCE, messages - row.size));
                        MessageRows.insert(tx, null, some);
                    }
                    ConversationRows.save(tx, row);
                    return row.id;
                });
    }

    private static ConversationRow empty(Tx tx, Instant at) throws SQLException {
        ConversationId id = ConversationId.next();
        return new ConversationRow(tx.nextNumber(), id, ChannelKind.DESKTOP, id.toString(), at);
    }

    private void fill(ConversationRow row, List<Message> into, int count) {
        for (int i = 0; i < count; i++) {
            boolean question = row.size % 2 == 0;
            Message message = question ? question(row) : answer(row);
            row.title = row.title.isEmpty() ? "Chat " + (1 + random.nextInt(100_000)) : row.title;
            row.endAt(message.position(), message.id());
            row.show(message);
            into.add(message);
        }
    }

    private Message question(ConversationRow row) {
        String text = "Question " + row.size + ": " + SeedText.sentence(random);
        return message(row, Author.USER, text, null);
    }

    private Message answer(ConversationRow row) {
        return message(row, Author.ASSISTANT, SeedText.answer(random), META);
    }

    private static Message message(
            ConversationRow row, Author author, String text, @Nullable ReplyMeta meta) {
        return new Message(
                row.nextId(),
                row.id,
                row.size,
                row.tail,
                author,
                text,
                "",
                MessageState.COMPLETE,
                null,
                meta,
                row.createdAt.plusSeconds(row.size),
                1,
                1,
                false,
                false,
                List.of());
    }
}
