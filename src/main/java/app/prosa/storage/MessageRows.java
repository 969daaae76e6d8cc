package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.storage.MessageColumns.Counted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes messages. */
final class MessageRows {
    private static final String SELECT = "SELECT " + MessageColumns.NAMES + " FROM message ";

    private static final String INSERT =
            "INSERT INTO message ("
                    + MessageColumns.NAMES
                    + ", external_id, active, hidden_by) VALUES ("
                    + Reads.marks(26)
                    + ", TRUE, 0)";

    private static final String CHECKPOINT =
            "UPDATE message SET text = ?, reasoning = ? WHERE number = ? AND state = 'STREAMING'";

    private static final String FINISH =
            """
            UPDATE message SET text = ?, reasoning = ?, state = ?, failure_kind = ?,
                failure_detail = ?, failure_retry_ms = ?, reply_provider = ?, reply_model = ?,
                prompt_tokens = ?, completion_tokens = ?, first_token_ms = ?, reasoning_ms = ?,
                total_ms = ?, cut_short = ?
            WHERE number = ? AND state = 'STREAMING'
            """;

    private static final String RANGE = SELECT + "WHERE number >= ? AND number < ? ";
    private static final String SHOWN = RANGE + "AND active = TRUE ";

    /** On a path, later positions have larger numbers. */
    private static final String PATH =
            SHOWN + "AND position >= ? AND position < ? ORDER BY number FETCH FIRST ? ROWS ONLY";

    private static final String SAYS_SOMETHING =
            "AND deleted = FALSE AND (text <> '' OR attachments > 0) ";

    private static final String LATEST_FIRST = "ORDER BY number DESC FETCH FIRST ? ROWS ONLY";

    private static final String LAST_WORDS = SHOWN + SAYS_SOMETHING + LATEST_FIRST;

    /** Of the path shown, what is no note. */
    private static final String LAST_SAID =
            SHOWN + "AND author <> 'NOTE' AND deleted = FALSE " + LATEST_FIRST;

    private static final String BEFORE =
            SHOWN + "AND state NOT IN ('FAILED', 'STREAMING') " + SAYS_SOMETHING + LATEST_FIRST;

    private static final String VERSIONS =
            RANGE + "AND position = ? AND (parent = ? OR position = 0) ORDER BY version";

    private static final String FIRST_REPLY =
            RANGE
                    + "AND position = ? AND parent = ? AND author = 'ASSISTANT'"
                    + " ORDER BY version DESC FETCH FIRST ROW ONLY";

    private static final String UNFINISHED = RANGE + "AND state = 'STREAMING' ORDER BY number";

    private MessageRows() {}

    /**
     * Adds messages to the path shown.
     *
     * @param externalId what the sender of the first one calls it, or null
     */
    static void insert(Tx tx, @Nullable String externalId, List<Message> messages)
            throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        String name = externalId;
        for (Message message : messages) {
            rows.add(MessageColumns.values(message).text(name).array());
            name = null;
        }
        tx.batch(INSERT, rows);
    }

    static Change inserting(Message message, @Nullable String externalId) {
        return Change.of(INSERT, MessageColumns.values(message).text(externalId));
    }

    static Optional<Message> find(Reads reads, MessageId id) throws SQLException {
        return numbered(reads, Numbers.of(id)).filter(message -> message.id().equals(id));
    }

    static Optional<Message> numbered(Reads reads, long number) throws SQLException {
        return one(reads, SELECT + "WHERE number = ?", number);
    }

    /** The last version of the reply to a message. */
    static Optional<Message> replyTo(Reads reads, Message message) throws SQLException {
        long number = Numbers.of(message.id());
        long end = Numbers.end(Numbers.conversation(message.id()));
        return one(reads, FIRST_REPLY, number + 1, end, message.position() + 1, number);
    }

    static List<Message> path(Reads reads, ConversationId id, int from, int before)
            throws SQLException {
        int start = Math.max(from, 0);
        Optional<Long> number = ConversationRows.number(reads, id);
        if (number.isEmpty() || start >= before || start >= Numbers.MOST) {
            return List.of();
        }
        long first = Numbers.of(number.get(), start);
        long end = Numbers.end(number.get());
        return list(reads, PATH, first, end, start, before, before - start);
    }

    static List<Message> versions(Reads reads, Node of) throws SQLException {
        return list(
                reads,
                VERSIONS,
                of.firstNumber(),
                of.endNumber(),
                of.position(),
                Numbers.orNull(of.parentId()));
    }

    /** The last message of the path shown that says something. */
    static Optional<Message> lastWords(Reads reads, long conversation) throws SQLException {
        return one(reads, LAST_WORDS, Numbers.of(conversation, 0), Numbers.end(conversation), 1);
    }

    /** The last message of the path shown that is no note. */
    static Optional<Message> lastOfPath(Reads reads, long conversation) throws SQLException {
        return one(reads, LAST_SAID, Numbers.of(conversation, 0), Numbers.end(conversation), 1);
    }

    /** The messages of the path shown before a reply that a model is shown, latest first. */
    static List<Message> before(Reads reads, MessageId reply, int limit) throws SQLException {
        long first = Numbers.of(Numbers.conversation(reply), 0);
        return list(reads, BEFORE, first, Numbers.of(reply), limit);
    }

    /** The replies of a conversation that are being written. */
    static List<Message> unfinished(Reads reads, long conversation) throws SQLException {
        return list(reads, UNFINISHED, Numbers.of(conversation, 0), Numbers.end(conversation));
    }

    static int checkpoint(Tx tx, MessageId id, String text, String reasoning) throws SQLException {
        return tx.update(checkpointing(id, text, reasoning));
    }

    static Change checkpointing(MessageId id, String text, String reasoning) {
        return Change.of(CHECKPOINT, text, reasoning, Numbers.of(id));
    }

    /**
     * @return whether it was still unfinished
     */
    static boolean finish(Tx tx, Ended ended) throws SQLException {
        return tx.update(finishing(ended)) > 0;
    }

    static Change finishing(Ended ended) {
        Parameters values =
                new Parameters().text(ended.text()).text(ended.reasoning()).name(ended.state());
        MessageColumns.outcome(values, ended.failure(), ended.meta());
        return Change.of(FINISH, values.number(Numbers.of(ended.reply())));
    }

    /** Its sender changed it. */
    static void amend(Tx tx, MessageId id, String text) throws SQLException {
        tx.update("UPDATE message SET text = ? WHERE number = ?", text, Numbers.of(id));
    }

    /** One attachment more came with it. */
    static void countAttachment(Tx tx, MessageId id) throws SQLException {
        tx.update(
                "UPDATE message SET attachments = attachments + 1 WHERE number = ?",
                Numbers.of(id));
    }

    static void pin(Tx tx, MessageId id, boolean pinned) throws SQLException {
        tx.update("UPDATE message SET pinned = ? WHERE number = ?", pinned, Numbers.of(id));
    }

    /** Erases those of a whole conversation. */
    static void delete(Tx tx, long conversation) throws SQLException {
        tx.update(
                "DELETE FROM message WHERE number >= ? AND number < ?",
                Numbers.of(conversation, 0),
                Numbers.end(conversation));
    }

    static void delete(Tx tx, MessageId id, boolean deleted) throws SQLException {
        tx.update("UPDATE message SET deleted = ? WHERE number = ?", deleted, Numbers.of(id));
    }

    private static Optional<Message> one(Reads reads, String sql, @Nullable Object... parameters)
            throws SQLException {
        return list(reads, sql, parameters).stream().findFirst();
    }

    private static List<Message> list(Reads reads, String sql, @Nullable Object... parameters)
            throws SQLException {
        List<Counted> rows = reads.list(sql, MessageColumns::read, parameters);
        return Attachments.complete(reads, rows);
    }
}
