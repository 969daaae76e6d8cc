package app.prosa.storage;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.ConversationStore.Place;
import app.prosa.conversation.ConversationStore.Query;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Many conversations at once: the pages of the list, the trash, the sizes. */
final class ConversationList {
    private static final String OF_LIST = "WHERE trashed = ? AND pinned = ?";

    /** All that is asked for is in the index: the rows themselves are not read. */
    private static final String PLACES = "SELECT pinned, updated_at, id FROM conversation ";

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

    static List<Conversation> page(Reads reads, Query query, @Nullable Place after, int limit)
            throws SQLException {
        return page(
                reads,
                ConversationRows.SELECT,
                ConversationRows::conversation,
                query,
                after,
                limit);
    }

    static List<Place> places(Reads reads, Query query, @Nullable Place after, int limit)
            throws SQLException {
        return page(reads, PLACES, ConversationList::place, query, after, limit);
    }

    private static Place place(Row row) throws SQLException {
        return new Place(row.flag(), row.instant(), new ConversationId(row.uuid()));
    }

    /**
     * Two ranges of one index, one after the other: the pinned ones, then the others. A comparison
     * of whole rows would say it in one, but H2 does not use an index for it.
     */
    private static <T> List<T> page(
            Reads reads,
            String select,
            Row.Mapper<T> mapper,
            Query query,
            @Nullable Place after,
            int limit)
            throws SQLException {
        List<T> page = new ArrayList<>();
        if (after == null || after.pinned()) {
            Range pinned = new Range(query, true, after, limit);
            page.addAll(reads.list(select + pinned.sql(), mapper, pinned.parameters()));
        }
        if (page.size() < limit) {
            Place start = after == null || after.pinned() ? null : after;
            Range others = new Range(query, false, start, limit - page.size());
            page.addAll(reads.list(select + others.sql(), mapper, others.parameters()));
        }
        return page;
    }

    /** A part of the list in its order, from a place on. */
    private record Range(Query query, boolean pinned, @Nullable Place after, int limit) {
        String sql() {
            return OF_LIST
                    + (after == null ? "" : AFTER)
                    + (query.titleContains().isBlank() ? "" : TITLED)
                    + IN_ORDER;
        }

        Object[] parameters() {
            List<Object> parameters = new ArrayList<>(List.of(query.trashed(), pinned));
            if (after != null) {
                long updatedAt = after.updatedAt().toEpochMilli();
                parameters.addAll(List.of(updatedAt, updatedAt, after.id().value()));
            }
            if (!query.titleContains().isBlank()) {
                parameters.add(Folding.contains(query.titleContains().strip()));
            }
            parameters.add(limit);
            return parameters.toArray();
        }
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
            ExternalNames.delete(tx, row.get());
            Attachments.delete(tx, row.get().number);
            MessageRows.delete(tx, row.get().number);
            Outgoing.forget(tx, row.get().number);
            tx.update("DELETE FROM draft WHERE conversation_id = ?", id.value());
            tx.update("DELETE FROM conversation WHERE number = ?", row.get().number);
        }
    }

    static Counts counts(Reads reads) throws SQLException {
        return reads.first(COUNT, row -> new Counts(row.big(), row.big(), row.big())).orElseThrow();
    }
}
