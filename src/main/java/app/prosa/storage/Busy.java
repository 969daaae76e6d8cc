package app.prosa.storage;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
    void mark(Tx tx, ConversationRow row) throws SQLException {
        Optional<Change> mark = marking(row);
        if (mark.isPresent()) {
            tx.update(mark.get());
            tx.afterCommit(() -> marked(row.number));
        }
    }

    /** What marks a conversation, if it has to be; once that is done, {@link #marked} is told. */
    Optional<Change> marking(ConversationRow row) {
        return row.unfinished > 0 && !marked.contains(row.number)
                ? Optional.of(Change.of(MARK, row.number, row.number))
                : Optional.empty();
    }

    /** What is marked has to be found out anew. */
    void forget() {
        marked.clear();
    }

    void marked(long conversation) {
        marked.add(conversation);
    }

    List<Long> conversations(Reads reads) throws SQLException {
        return reads.list("SELECT conversation FROM busy ORDER BY conversation", Row::big);
    }

    void clear(Tx tx) throws SQLException {
        tx.update("DELETE FROM busy");
        marked.clear(); // changes after this one, in the same commit, mark them again
        tx.afterCommit(marked::clear);
    }
}
