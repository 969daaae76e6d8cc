package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.DueTurns.Due;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the table {@code due_turn}. */
final class DueRows {
    private static final String FIND =
            """
            SELECT conversation, conversation_id, due_at, first_at, waiting, reply, newer, tries,
                owner, until_at
            FROM due_turn WHERE conversation = ?
            """;

    private static final String EARLIEST =
            """
            SELECT conversation_id, next_at, tries FROM due_turn
            ORDER BY next_at, conversation FETCH FIRST ? ROWS ONLY
            """;

    private static final String INSERT =
            """
            INSERT INTO due_turn (due_at, first_at, waiting, reply, newer, tries, owner, until_at,
                next_at, conversation, conversation_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE =
            """
            UPDATE due_turn SET due_at = ?, first_at = ?, waiting = ?, reply = ?, newer = ?,
                tries = ?, owner = ?, until_at = ?, next_at = ?
            WHERE conversation = ?
            """;

    private static final String FREE =
            """
            UPDATE due_turn SET owner = NULL, until_at = NULL, next_at = due_at
            WHERE owner IS NOT NULL
            """;

    private DueRows() {}

    /** A change of a row. */
    interface Edit {
        void to(DueRow row);
    }

    static Optional<DueRow> find(Reads reads, long conversation) throws SQLException {
        return reads.first(FIND, DueRows::read, conversation);
    }

    static List<Due> earliest(Reads reads, int limit) throws SQLException {
        return reads.list(
                EARLIEST,
                row -> new Due(new ConversationId(row.uuid()), row.instant(), row.number()),
                limit);
    }

    static Optional<Instant> next(Reads reads, ConversationId conversation) throws SQLException {
        return reads.first(
                "SELECT next_at FROM due_turn WHERE conversation = ?",
                Row::instant,
                ConversationRows.number(reads, conversation).orElse(-1L));
    }

    /** Changes the one that is there, or a new one. */
    static DueRow edit(Tx tx, CorrespondentRow of, Instant now, Edit edit) throws SQLException {
        Optional<DueRow> known = find(tx, of.number);
        DueRow row = known.isPresent() ? known.get() : new DueRow(of.number, of.conversation, now);
        edit.to(row);
        if (known.isPresent()) {
            save(tx, row);
        } else {
            tx.update(inserting(row));
            teach(tx, row);
        }
        return row;
    }

    static void save(Tx tx, DueRow row) throws SQLException {
        tx.update(saving(row));
        teach(tx, row);
    }

    private static void teach(Tx tx, DueRow row) {
        DueRow now = row.copy();
        tx.teaches(known -> known.tell(now));
    }

    static Change inserting(DueRow row) {
        return Change.of(INSERT, values(row).uuid(row.conversation.value()));
    }

    static Change saving(DueRow row) {
        return Change.of(UPDATE, values(row));
    }

    static void delete(Tx tx, long conversation) throws SQLException {
        tx.update("DELETE FROM due_turn WHERE conversation = ?", conversation);
        tx.teaches(known -> known.tellNothingDue(conversation));
    }

    /**
     * Whether somebody is writing this reply, or was until their program ended: whoever opens the
     * turn after them ends it.
     */
    static boolean isOwned(Reads reads, MessageId reply) throws SQLException {
        return find(reads, Numbers.conversation(reply))
                .filter(due -> due.owner != null && reply.equals(due.reply))
                .isPresent();
    }

    /** Nobody is at any of them. */
    static void free(Tx tx) throws SQLException {
        tx.update(FREE);
        tx.teaches(Correspondences::clear);
    }

    private static Parameters values(DueRow row) {
        return new Parameters()
                .millis(row.dueAt)
                .millis(row.firstAt)
                .number(row.waiting)
                .number(Numbers.orNull(row.reply))
                .flag(row.newer)
                .number(row.tries)
                .text(row.owner)
                .millis(row.until)
                .millis(row.nextAt())
                .number(row.number);
    }

    private static DueRow read(Row row) throws SQLException {
        long number = row.big();
        ConversationId conversation = new ConversationId(row.uuid());
        DueRow read = new DueRow(number, conversation, row.instant());
        read.firstAt = row.instant();
        read.waiting = row.number();
        read.reply = Numbers.idOrNull(conversation, row.bigOrNull());
        read.newer = row.flag();
        read.tries = row.number();
        read.owner = row.textOrNull();
        read.until = row.instantOrNull();
        return read;
    }
}
