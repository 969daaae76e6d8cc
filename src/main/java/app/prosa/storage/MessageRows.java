package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ReplyMeta;
import app.prosa.storage.MessageColumns.Counted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes messages. */
final class MessageRows {
    private static final String SELECT = "SELECT " + MessageColumns.NAMES + " FROM message ";

    private static final String INSERT =
            "INSERT INTO message ("
                    + MessageColumns.NAMES
                    + ", channel, external_id, active, hidden_by) VALUES ("
                    + Reads.marks(26)
                    + ", TRUE, 0)";

    private static final String BEGIN = "INSERT INTO unfinished (message_id) VALUES (?)";
    private static final String END = "DELETE FROM unfinished WHERE message_id = ?";

    private static final String CHECKPOINT =
            "UPDATE message SET text = ?, reasoning = ? WHERE id = ? AND state = 'STREAMING'";

    private static final String FINISH =
            """
            UPDATE message SET text = ?, reasoning = ?, state = ?, failure_kind = ?,
                failure_detail = ?, failure_retry_ms = ?, reply_provider = ?, reply_model = ?,
                prompt_tokens = ?, completion_tokens = ?, first_token_ms = ?, reasoning_ms = ?,
                total_ms = ?
            WHERE id = ? AND state = 'STREAMING'
            """;

    private static final String SHOWN = SELECT + "WHERE conversation_id = ? AND active = TRUE ";
    private static final String PATH =
            SHOWN + "AND position >= ? AND position < ? ORDER BY conversation_id, position";

    private static final String SAYS_SOMETHING =
            "AND deleted = FALSE AND (text <> '' OR attachments > 0) ";

    /** Names both columns of the index, or H2 sorts what it could read backwards. */
    private static final String LATEST_FIRST =
            "ORDER BY conversation_id DESC, position DESC FETCH FIRST ? ROWS ONLY";

    private static final String LAST_WORDS = SHOWN + SAYS_SOMETHING + LATEST_FIRST;

    private static final String BEFORE =
            SHOWN
                    + "AND position < ? AND state NOT IN ('FAILED', 'STREAMING') "
                    + SAYS_SOMETHING
                    + LATEST_FIRST;

    private static final String VERSIONS =
            SELECT
                    + "WHERE conversation_id = ? AND position = ? AND (parent_id = ? OR position = 0)"
                    + " ORDER BY version";

    private static final String FIRST_REPLY =
            SELECT
                    + "WHERE conversation_id = ? AND position = ? AND parent_id = ?"
                    + " AND author = 'ASSISTANT' ORDER BY version DESC FETCH FIRST ROW ONLY";

    private static final String EXTERNAL = SELECT + "WHERE channel = ? AND external_id = ?";

    private MessageRows() {}

    /** Its sender's own name for a message, on its channel. */
    record External(@Nullable String channel, @Nullable String id) {
        static final External NONE = new External(null, null);
    }

    /** Adds messages to the path shown. Those in state STREAMING are known as unfinished. */
    static void insert(Tx tx, External external, List<Message> messages) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> unfinished = new ArrayList<>();
        External name = external;
        for (Message message : messages) {
            rows.add(MessageColumns.values(message).text(name.channel()).text(name.id()).array());
            name = External.NONE;
            if (!message.state().isFinal()) {
                unfinished.add(new Object[] {message.id().value()});
            }
        }
        tx.batch(INSERT, rows);
        tx.batch(BEGIN, unfinished);
    }

    static Optional<Message> find(Reads reads, MessageId id) throws SQLException {
        return one(reads, SELECT + "WHERE id = ?", id.value());
    }

    static Optional<Message> findExternal(Reads reads, String channel, String id)
            throws SQLException {
        return one(reads, EXTERNAL, channel, id);
    }

    /** The last version of the reply to a message. */
    static Optional<Message> replyTo(Reads reads, Message message) throws SQLException {
        UUID conversation = message.conversationId().value();
        return one(reads, FIRST_REPLY, conversation, message.position() + 1, message.id().value());
    }

    static List<Message> path(Reads reads, ConversationId id, int from, int before)
            throws SQLException {
        return list(reads, PATH, id.value(), from, before);
    }

    static List<Message> versions(Reads reads, Node of) throws SQLException {
        UUID parent = of.parentId() == null ? null : of.parentId().value();
        return list(reads, VERSIONS, of.conversationId().value(), of.position(), parent);
    }

    /** The last message of the path shown that says something. */
    static Optional<Message> lastWords(Reads reads, ConversationId id) throws SQLException {
        return one(reads, LAST_WORDS, id.value(), 1);
    }

    /** The messages of the path shown before a position that a model is shown, latest first. */
    static List<Message> before(Reads reads, ConversationId id, int position, int limit)
            throws SQLException {
        return list(reads, BEFORE, id.value(), position, limit);
    }

    static int checkpoint(Tx tx, MessageId id, String text, String reasoning) throws SQLException {
        return tx.update(CHECKPOINT, text, reasoning, id.value());
    }

    /**
     * @return whether it was still unfinished
     */
    static boolean finish(
            Tx tx,
            MessageId id,
            MessageState state,
            String text,
            String reasoning,
            @Nullable Failure failure,
            @Nullable ReplyMeta meta)
            throws SQLException {
        Parameters values = new Parameters().text(text).text(reasoning).name(state);
        MessageColumns.outcome(values, failure, meta);
        boolean ended = tx.update(FINISH, values.uuid(id.value()).array()) > 0;
        if (ended) {
            tx.update(END, id.value());
        }
        return ended;
    }

    /** The replies that are being written, conversation by conversation. */
    static List<MessageId> unfinished(Reads reads) throws SQLException {
        return reads.list(
                """
                SELECT m.id FROM unfinished u JOIN message m ON m.id = u.message_id
                ORDER BY m.conversation_id, m.id
                """,
                row -> new MessageId(row.uuid()));
    }

    static void pin(Tx tx, MessageId id, boolean pinned) throws SQLException {
        tx.update("UPDATE message SET pinned = ? WHERE id = ?", pinned, id.value());
    }

    static void delete(Tx tx, MessageId id, boolean deleted) throws SQLException {
        tx.update("UPDATE message SET deleted = ? WHERE id = ?", deleted, id.value());
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
