package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Trouble;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of the table {@code outbox}, for those that change them. */
final class OutboxRows {
    private static final int PURGED_AT_ONCE = 500;

    private static final String PURGE =
            """
            DELETE FROM outbox WHERE id IN (
                SELECT id FROM outbox WHERE state = ? AND changed_at < ? AND under_way = FALSE
                ORDER BY state, changed_at, id FETCH FIRST ? ROWS ONLY)
            """;

    static final String SELECT =
            """
            SELECT o.id, o.message, o.conversation_id, o.author, o.ordinal, o.account, o.chat_id,
                o.group_chat, o.created_at, o.parts, o.markup, o.plain, o.state, o.under_way,
                o.tries, o.not_before, o.trouble, o.may_be_twice, o.resent, o.platform_id,
                o.changed_at
            FROM outbox o
            """;

    private static final String BY_ID = SELECT + "WHERE o.id = ?";
    private static final String OF_MESSAGE = SELECT + "WHERE o.message = ? ORDER BY o.ordinal";

    private static final String UNDER_WAY =
            SELECT + "WHERE o.conversation = ? AND o.under_way = TRUE ORDER BY o.id";

    private static final String CALLED =
            SELECT
                    + "WHERE o.account = ? AND o.platform_id = ?"
                    + " ORDER BY o.id DESC FETCH FIRST ROW ONLY";

    private static final String INSERT =
            """
            INSERT INTO outbox (parts, markup, plain, state, under_way, tries, not_before, trouble,
                may_be_twice, resent, platform_id, created_at, changed_at, id, message,
                conversation, conversation_id, author, ordinal, account, chat_id, group_chat)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SAVE =
            """
            UPDATE outbox SET state = ?, under_way = ?, tries = ?, not_before = ?, trouble = ?,
                may_be_twice = ?, resent = ?, platform_id = ?, created_at = ?, changed_at = ?
            WHERE id = ?
            """;

    private static final String SPLIT =
            "UPDATE outbox SET parts = ?, markup = ?, plain = ? WHERE id = ?";

    private OutboxRows() {}

    static Optional<OutboxRow> find(Reads reads, long id) throws SQLException {
        return reads.first(BY_ID, OutboxRows::read, id);
    }

    /** The number of the conversation that a part belongs to. */
    static Optional<Long> conversation(Reads reads, long id) throws SQLException {
        return reads.first("SELECT conversation FROM outbox WHERE id = ?", Row::big, id);
    }

    static List<OutboxRow> of(Reads reads, MessageId message) throws SQLException {
        return reads.list(OF_MESSAGE, OutboxRows::read, Numbers.of(message)).stream()
                .filter(row -> row.message.equals(message))
                .toList();
    }

    /** What may still be sent to somebody, and what is being sent, in its order. */
    static List<OutboxRow> underWay(Reads reads, long conversation) throws SQLException {
        return reads.list(UNDER_WAY, OutboxRows::read, conversation);
    }

    static Optional<OutboxRow> called(Reads reads, String account, String platformId)
            throws SQLException {
        return reads.first(CALLED, OutboxRows::read, account, platformId);
    }

    static void insert(Tx tx, OutboxRow row) throws SQLException {
        Parameters values = texts(row);
        values.name(row.state).flag(row.underWay);
        progress(values, row)
                .number(row.id)
                .number(Numbers.of(row.message))
                .number(Numbers.conversation(row.message))
                .uuid(row.conversation.value())
                .name(row.author)
                .number(row.ordinal)
                .text(row.address.account())
                .text(row.address.chatId())
                .flag(row.address.group());
        tx.update(Change.of(INSERT, values));
    }

    static void save(Tx tx, OutboxRow row) throws SQLException {
        Parameters values = new Parameters().name(row.state).flag(row.underWay);
        tx.update(Change.of(SAVE, progress(values, row).number(row.id)));
    }

    /** It has other texts now. */
    static void saveTexts(Tx tx, OutboxRow row) throws SQLException {
        tx.update(Change.of(SPLIT, texts(row).number(row.id)));
    }

    /** What is on its way goes to another address. */
    static void move(Tx tx, long conversation, Address from, String toChatId) throws SQLException {
        tx.update(
                "UPDATE outbox SET chat_id = ? WHERE conversation = ? AND under_way = TRUE"
                        + " AND account = ? AND chat_id = ?",
                toChatId,
                conversation,
                from.account(),
                from.chatId());
    }

    static void delete(Tx tx, OutboxRow row) throws SQLException {
        tx.update("DELETE FROM outbox WHERE id = ?", row.id);
    }

    private static Parameters texts(OutboxRow row) {
        return new Parameters()
                .number(row.of)
                .text(row.markup)
                .text(row.plain.equals(row.markup) ? null : row.plain);
    }

    private static Parameters progress(Parameters values, OutboxRow row) {
        return values.number(row.tries)
                .millis(row.notBefore)
                .name(row.trouble)
                .flag(row.mayBeTwice)
                .flag(row.resent)
                .text(row.platformId)
                .millis(row.createdAt)
                .millis(row.changedAt);
    }

    static OutboxRow read(Row row) throws SQLException {
        long id = row.big();
        long message = row.big();
        ConversationId conversation = new ConversationId(row.uuid());
        OutboxRow read =
                new OutboxRow(
                        id,
                        Numbers.id(conversation, message),
                        conversation,
                        Author.valueOf(row.text()),
                        row.number(),
                        new Address(row.text(), row.text(), row.flag()),
                        row.instant());
        read.of = row.number();
        read.markup = row.text();
        String plain = row.textOrNull();
        read.plain = plain == null ? read.markup : plain;
        read.state = DeliveryState.valueOf(row.text());
        read.underWay = row.flag();
        read.tries = row.number();
        read.notBefore = row.instantOrNull();
        read.trouble = trouble(row.textOrNull());
        read.mayBeTwice = row.flag();
        read.resent = row.flag();
        read.platformId = row.textOrNull();
        read.changedAt = row.instant();
        return read;
    }

    private static @Nullable Trouble trouble(@Nullable String name) {
        return name == null ? null : Trouble.valueOf(name);
    }

    /** By the index that has the state first, so it is asked for one state after the other. */
    static int purge(Tx tx, long before) throws SQLException {
        int gone = 0;
        for (DeliveryState state : DeliveryState.values()) {
            if (!state.isUnderWay()) {
                gone += tx.update(PURGE, state.name(), before, PURGED_AT_ONCE);
            }
        }
        return gone;
    }
}
