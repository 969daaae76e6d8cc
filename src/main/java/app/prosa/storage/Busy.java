package app.prosa.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * In which conversations replies were begun since the last start, so that the next one finds those
 * that were left unfinished without looking at every conversation. One row for each, in the table
 * {@code busy}, however many replies: what is there already is remembered here.
 */
final class Busy {
    private static final String MARK =
            """
            INSERT INTO busy (conversation) SELECT CAST(? AS BIGINT)
            WHERE NOT EXISTS (SELECT 1 FROM busy WHERE conversation = ?)
            """;

    private final Set<Long> marked = ConcurrentHashMap.newKeySet();

    /** Under the lock of the conversation's row. */
    void mark(Tx tx, long conversation) throws SQLException {
        if (!marked.contains(conversation)) {
            tx.update(MARK, conversation, conversation);
            tx.afterCommit(() -> marked.add(conversation));
        }
    }

    List<Long> conversations(Reads reads) throws SQLException {
        return reads.list("SELECT conversation FROM busy ORDER BY conversation", Row::big);
    }

    void clear(Tx tx) throws SQLException {
        tx.update("DELETE FROM busy");
        tx.afterCommit(marked::clear);
    }
}
