package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a message stands in the tree of its conversation.
 *
 * @param active it is on the path shown
 * @param hiddenBy the number of the switch that hid it last, 0 if it was never hidden
 */
record Node(
        MessageId id,
        ConversationId conversationId,
        int position,
        @Nullable MessageId parentId,
        Author author,
        int versions,
        boolean active,
        int hiddenBy) {

    private static final String SELECT =
            """
            SELECT id, conversation_id, position, parent_id, author, versions, active, hidden_by
            FROM message WHERE id = ?
            """;

    static Optional<Node> find(Reads reads, MessageId id) throws SQLException {
        return reads.first(SELECT, Node::read, id.value());
    }

    private static Node read(Row row) throws SQLException {
        return new Node(
                new MessageId(row.uuid()),
                new ConversationId(row.uuid()),
                row.number(),
                MessageColumns.id(row.uuidOrNull()),
                Author.valueOf(row.text()),
                row.number(),
                row.flag(),
                row.number());
    }
}
