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
            SELECT number, conversation_id, position, parent, author, versions, active, hidden_by
            FROM message WHERE number = ?
            """;

    static Optional<Node> find(Reads reads, MessageId id) throws SQLException {
        return reads.first(SELECT, Node::read, Numbers.of(id)).filter(node -> node.id().equals(id));
    }

    private static Node read(Row row) throws SQLException {
        long number = row.big();
        ConversationId conversation = new ConversationId(row.uuid());
        return new Node(
                Numbers.id(conversation, number),
                conversation,
                row.number(),
                Numbers.idOrNull(conversation, row.bigOrNull()),
                Author.valueOf(row.text()),
                row.number(),
                row.flag(),
                row.number());
    }

    /** The first number at which a message of its position, or one below, can be. */
    long firstNumber() {
        return Numbers.of(Numbers.conversation(id), position);
    }

    /** The number after the last one of its conversation's messages. */
    long endNumber() {
        return Numbers.end(Numbers.conversation(id));
    }
}
