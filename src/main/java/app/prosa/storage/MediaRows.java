package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Correspondents.Pending;
import app.prosa.conversation.delivery.MediaRef;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What still lies with a platform: the rows of the table {@code media}. */
final class MediaRows {
    private static final String INSERT =
            """
            INSERT INTO media (message, ordinal, kind, reference, name, media_type, size)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String OF_CONVERSATION =
            """
            SELECT message, ordinal, kind, reference, name, media_type, size FROM media
            WHERE message >= ? AND message < ? ORDER BY message, ordinal
            """;

    private MediaRows() {}

    static void insert(Tx tx, MessageId message, List<MediaRef> media) throws SQLException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (MediaRef one : media) {
            rows.add(
                    new Parameters()
                            .number(Numbers.of(message))
                            .number(rows.size())
                            .text(PlainText.of(one.kind()))
                            .text(PlainText.of(one.reference()))
                            .text(PlainText.of(one.name()))
                            .text(PlainText.of(one.mediaType()))
                            .number(one.size())
                            .array());
        }
        tx.batch(INSERT, rows);
    }

    static List<Pending> of(Reads reads, ConversationId conversation) throws SQLException {
        Optional<Long> number = ConversationRows.number(reads, conversation);
        return number.isEmpty()
                ? List.of()
                : reads.list(
                        OF_CONVERSATION,
                        row -> pending(conversation, row),
                        Numbers.of(number.get(), 0),
                        Numbers.end(number.get()));
    }

    static boolean isAny(Reads reads, long conversation) throws SQLException {
        return reads.first(
                        "SELECT message FROM media WHERE message >= ? AND message < ?"
                                + " FETCH FIRST ROW ONLY",
                        Row::big,
                        Numbers.of(conversation, 0),
                        Numbers.end(conversation))
                .isPresent();
    }

    private static Pending pending(ConversationId conversation, Row row) throws SQLException {
        return new Pending(
                Numbers.id(conversation, row.big()),
                row.number(),
                new MediaRef(row.text(), row.text(), row.text(), row.text(), row.bigOrNull()));
    }

    /**
     * @return whether it was there
     */
    static boolean delete(Tx tx, MessageId message, int ordinal) throws SQLException {
        String sql = "DELETE FROM media WHERE message = ? AND ordinal = ?";
        return tx.update(sql, Numbers.of(message), ordinal) > 0;
    }

    /** Forgets those of a whole conversation. */
    static void delete(Tx tx, long conversation) throws SQLException {
        tx.update(
                "DELETE FROM media WHERE message >= ? AND message < ?",
                Numbers.of(conversation, 0),
                Numbers.end(conversation));
    }
}
