package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The rows of the table {@code external_message}: its sender's own name for a message, on its
 * channel.
 */
final class ExternalMessages {
    private static final String INSERT =
            "INSERT INTO external_message (channel, external_id, message) VALUES (?, ?, ?)";

    private static final String DELETE =
            """
            DELETE FROM external_message WHERE channel = ? AND external_id IN (
                SELECT external_id FROM message WHERE number >= ? AND number < ?)
            """;

    private ExternalMessages() {}

    static void insert(Tx tx, ChannelKind channel, String externalId, MessageId message)
            throws SQLException {
        tx.update(INSERT, channel.key(), externalId, Numbers.of(message));
    }

    static Optional<Message> find(Reads reads, ChannelKind channel, String externalId)
            throws SQLException {
        return MessageRows.external(reads, channel.key(), externalId);
    }

    /** Forgets those of a whole conversation. */
    static void delete(Tx tx, ConversationRow row) throws SQLException {
        tx.update(DELETE, row.channel.key(), Numbers.of(row.number, 0), Numbers.end(row.number));
    }
}
