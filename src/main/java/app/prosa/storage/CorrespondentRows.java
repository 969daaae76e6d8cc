package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Standing;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of the table {@code correspondent}. */
final class CorrespondentRows {
    private static final String SELECT =
            """
            SELECT conversation, conversation_id, account, chat_id, group_chat, standing, heard_at,
                name, handle, opted_out, reachable, held
            FROM correspondent
            """;

    private static final String BY_NUMBER = SELECT + "WHERE conversation = ?";

    private static final String BY_ID =
            SELECT + "WHERE conversation = (SELECT number FROM conversation WHERE id = ?)";

    private static final String BY_ADDRESS =
            SELECT
                    + "WHERE account = ? AND chat_id = ?"
                    + " ORDER BY heard_at DESC, conversation DESC FETCH FIRST ROW ONLY";

    /** Who is in the trash has been dealt with. */
    private static final String WAITING =
            SELECT
                    + """
                    p WHERE p.waits = TRUE AND NOT EXISTS (
                        SELECT 1 FROM conversation c
                        WHERE c.number = p.conversation AND c.trashed = TRUE)
                    ORDER BY p.waits, p.heard_at DESC, p.conversation DESC
                    FETCH FIRST ? ROWS ONLY
                    """;

    private static final String LAST_HEARD =
            """
            SELECT heard_at FROM correspondent WHERE account = ?
            ORDER BY heard_at DESC FETCH FIRST 1 ROWS ONLY
            """;

    private static final String AT_DOOR =
            """
            SELECT conversation_id FROM correspondent p
            WHERE p.waits = TRUE AND p.standing = 'WAITING' AND p.account = ? AND NOT EXISTS (
                SELECT 1 FROM conversation c
                WHERE c.number = p.conversation AND c.trashed = TRUE)
            ORDER BY p.heard_at, p.conversation
            """;

    private static final String LAST_MESSAGES =
            """
            SELECT author, created_at FROM message WHERE number >= ? AND number < ?
            ORDER BY number DESC FETCH FIRST ? ROWS ONLY
            """;

    /** Of a conversation's messages so many are looked at for each that is asked for. */
    private static final int OTHERS = 4;

    private static final String INSERT =
            """
            INSERT INTO correspondent (account, chat_id, group_chat, name, handle, standing,
                opted_out, reachable, heard_at, held, waits, conversation, conversation_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE =
            """
            UPDATE correspondent SET account = ?, chat_id = ?, group_chat = ?, name = ?, handle = ?,
                standing = ?, opted_out = ?, reachable = ?, heard_at = ?, held = ?, waits = ?
            WHERE conversation = ?
            """;

    private CorrespondentRows() {}

    static Optional<CorrespondentRow> find(Reads reads, long conversation) throws SQLException {
        return reads.first(BY_NUMBER, CorrespondentRows::read, conversation);
    }

    static Optional<CorrespondentRow> find(Reads reads, ConversationId id) throws SQLException {
        return reads.first(BY_ID, CorrespondentRows::read, id.value());
    }

    static Optional<CorrespondentRow> find(Reads reads, Address address) throws SQLException {
        return reads.first(
                BY_ADDRESS, CorrespondentRows::read, address.account(), address.chatId());
    }

    static Optional<Instant> lastHeard(Reads reads, String account) throws SQLException {
        return reads.first(LAST_HEARD, Row::instant, account);
    }

    static List<CorrespondentRow> waiting(Reads reads, int limit) throws SQLException {
        return reads.list(WAITING, CorrespondentRows::read, limit);
    }

    /** Those who are not let in at an account, longest first. */
    static List<ConversationId> atDoor(Reads reads, String account) throws SQLException {
        return reads.list(AT_DOOR, row -> new ConversationId(row.uuid()), account);
    }

    private record Written(Author author, Instant at) {}

    static List<Instant> wrote(Reads reads, Address from, Instant since, int most)
            throws SQLException {
        Optional<CorrespondentRow> who = find(reads, from);
        if (who.isEmpty()) {
            return List.of();
        }
        long number = who.get().number;
        // Messages lie in the order in which they came, so nothing has to be looked at but the end.
        return reads
                .list(
                        LAST_MESSAGES,
                        row -> new Written(Author.valueOf(row.text()), row.instant()),
                        Numbers.of(number, 0),
                        Numbers.end(number),
                        OTHERS * most)
                .stream()
                .filter(one -> one.author == Author.USER && !one.at.isBefore(since))
                .map(Written::at)
                .limit(most)
                .toList();
    }

    static void insert(Tx tx, CorrespondentRow row) throws SQLException {
        tx.update(inserting(row));
    }

    static void save(Tx tx, CorrespondentRow row) throws SQLException {
        tx.update(saving(row));
        CorrespondentRow now = row.copy();
        tx.teaches(known -> known.tell(now));
    }

    static void delete(Tx tx, long conversation) throws SQLException {
        tx.update("DELETE FROM correspondent WHERE conversation = ?", conversation);
        tx.teaches(known -> known.drop(conversation));
    }

    static Change inserting(CorrespondentRow row) {
        return Change.of(INSERT, values(row).uuid(row.conversation.value()));
    }

    static Change saving(CorrespondentRow row) {
        return Change.of(UPDATE, values(row));
    }

    private static Parameters values(CorrespondentRow row) {
        return new Parameters()
                .text(row.address.account())
                .text(row.address.chatId())
                .flag(row.address.group())
                .text(row.name)
                .text(row.handle)
                .name(row.standing)
                .flag(row.optedOut)
                .flag(row.reachable)
                .millis(row.heardAt)
                .number(row.held)
                .flag(row.waits())
                .number(row.number);
    }

    private static CorrespondentRow read(Row row) throws SQLException {
        CorrespondentRow read =
                new CorrespondentRow(
                        row.big(),
                        new ConversationId(row.uuid()),
                        new Address(row.text(), row.text(), row.flag()),
                        Standing.valueOf(row.text()),
                        row.instant());
        read.name = row.text();
        read.handle = row.text();
        read.optedOut = row.flag();
        read.reachable = row.flag();
        read.held = row.number();
        return read;
    }
}
