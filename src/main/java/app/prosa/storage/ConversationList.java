package app.prosa.storage;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.ConversationStore.Query;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Many conversations at once: the pages of the list, the trash, the sizes. */
final class ConversationList {
    private static final String OF_LIST =
            ConversationRows.SELECT + "WHERE trashed = ? AND pinned = ?";
    private static final String AFTER = " AND updated_at <= ? AND (updated_at < ? OR id < ?)";
    private static final String TITLED = " AND title_folded LIKE ? ESCAPE '!'";

    /** Names the index's columns in full, or H2 sorts what it could just read. */
    private static final String IN_ORDER =
            " ORDER BY trashed, pinned, updated_at DESC, id DESC FETCH FIRST ? ROWS ONLY";

    private static final String TRASHED_BEFORE =
            "SELECT id FROM conversation WHERE trashed = TRUE AND trashed_at < ? ORDER BY id";

    private static final String COUNT =
            "SELECT COUNT(*), COALESCE(SUM(size), 0), COUNT(trashed_at) FROM conversation";

    private ConversationList() {}

    /**
     * Two ranges of one index, one after the other: the pinned ones, then the others. A comparison
     * of whole rows would say it in one, but H2 does not use an index for it.
     */
    static List<Conversation> page(
            Reads reads, Query query, @Nullable Conversation after, int limit) throws SQLException {
        List<Conversation> page = new ArrayList<>();
        if (after == null || after.pinned()) {
            page.addAll(range(reads, query, true, after, limit));
        }
        if (page.size() < limit) {
            Conversation start = after == null || after.pinned() ? null : after;
            page.addAll(range(reads, query, false, start, limit - page.size()));
        }
        return page;
    }

    private static List<Conversation> range(
            Reads reads, Query query, boolean pinned, @Nullable Conversation after, int limit)
            throws SQLException {
        StringBuilder sql = new StringBuilder(OF_LIST);
        List<Object> parameters = new ArrayList<>(List.of(query.trashed(), pinned));
        if (after != null) {
            long updatedAt = after.updatedAt().toEpochMilli();
            sql.append(AFTER);
            parameters.addAll(List.of(updatedAt, updatedAt, after.id().value()));
        }
        if (!query.titleContains().isBlank()) {
            sql.append(TITLED);
            parameters.add(Folding.contains(query.titleContains().strip()));
        }
        parameters.add(limit);
        return reads.list(
                sql.append(IN_ORDER).toString(),
                ConversationRows::conversation,
                parameters.toArray());
    }

    /** The ids of those that went into the trash before then. */
    static List<ConversationId> trashedBefore(Reads reads, Instant then) throws SQLException {
        return reads.list(
                TRASHED_BEFORE, row -> new ConversationId(row.uuid()), then.toEpochMilli());
    }

    /** Erases one for good, with all that belongs to it. */
    static void delete(Tx tx, ConversationId id) throws SQLException {
        Optional<ConversationRow> row = ConversationRows.lock(tx, id);
        if (row.isPresent()) {
            ExternalMessages.delete(tx, row.get());
            Attachments.delete(tx, row.get().number);
            MessageRows.delete(tx, row.get().number);
            tx.update("DELETE FROM draft WHERE conversation_id = ?", id.value());
            tx.update("DELETE FROM conversation WHERE number = ?", row.get().number);
        }
    }

    static Counts counts(Reads reads) throws SQLException {
        return reads.first(COUNT, row -> new Counts(row.big(), row.big(), row.big())).orElseThrow();
    }
}
