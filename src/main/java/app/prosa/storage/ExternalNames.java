package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the table {@code external_name}: its sender's own name for a message, on its channel,
 * as a hash. Of two names with the same hash, if there ever are, only the first is found; the other
 * message is stored all the same, and a repeat of it is not known.
 */
final class ExternalNames {
    private static final String INSERT = "INSERT INTO external_name (name, message) VALUES (?, ?)";

    private static final String FIND =
            """
            SELECT e.message, m.external_id, c.channel FROM external_name e
            JOIN message m ON m.number = e.message
            JOIN conversation c ON c.id = m.conversation_id
            WHERE e.name = ?
            """;

    private static final String OF_CONVERSATION =
            """
            SELECT external_id FROM message
            WHERE number >= ? AND number < ? AND external_id IS NOT NULL
            """;

    private static final String DELETE = "DELETE FROM external_name WHERE name = ?";

    private ExternalNames() {}

    /** Whose name it is. */
    private record Named(long message, String name, String inChannel) {
        boolean is(ChannelKind channel, String externalId) {
            return name.equals(externalId) && inChannel.equals(channel.key());
        }
    }

    static long hash(ChannelKind channel, String externalId) {
        try {
            byte[] whole =
                    MessageDigest.getInstance("SHA-256")
                            .digest(
                                    (channel.key() + "\n" + externalId)
                                            .getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(whole).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /**
     * @throws SQLException for a duplicate key when another message has this name, be it since a
     *     moment ago
     */
    static void insert(Tx tx, ChannelKind channel, String externalId, MessageId message)
            throws SQLException {
        long hash = hash(channel, externalId);
        Optional<Named> other = named(tx, hash);
        if (other.isPresent() && other.get().is(channel, externalId)) {
            throw new SQLException("Another message has this name", SqlFailures.DUPLICATE);
        }
        if (other.isEmpty()) {
            tx.update(adding(hash, message));
            tx.names(hash);
        }
    }

    static Change adding(long hash, MessageId message) {
        return Change.of(INSERT, hash, Numbers.of(message));
    }

    /** The message that has this name. */
    static Optional<Message> find(Reads reads, ChannelKind channel, String externalId)
            throws SQLException {
        Optional<Named> found =
                named(reads, hash(channel, externalId)).filter(one -> one.is(channel, externalId));
        return found.isPresent()
                ? MessageRows.numbered(reads, found.get().message)
                : Optional.empty();
    }

    private static Optional<Named> named(Reads reads, long hash) throws SQLException {
        return reads.first(FIND, row -> new Named(row.big(), row.text(), row.text()), hash);
    }

    /** Forgets those of a whole conversation. */
    static void delete(Tx tx, ConversationRow row) throws SQLException {
        List<String> names =
                tx.list(
                        OF_CONVERSATION,
                        Row::text,
                        Numbers.of(row.number, 0),
                        Numbers.end(row.number));
        List<@Nullable Object[]> hashes = new ArrayList<>();
        for (String name : names) {
            hashes.add(new Object[] {hash(row.channel, name)});
        }
        tx.batch(DELETE, hashes);
    }
}
