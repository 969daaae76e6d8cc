package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.Mode;
import app.prosa.conversation.ModelRef;
import java.sql.SQLException;
import java.util.Optional;

/** The rows of the table {@code conversation}, one at a time. */
final class ConversationRows {
    static final String SELECT =
            """
            SELECT number, id, channel, user_id, created_at, title, titled_by_hand, pinned, mode,
                model_provider, model_name, persona_id, system_prompt, temperature, max_tokens,
                context_messages, updated_at, size, preview, unread, trashed_at, tail, switches,
                stored, unfinished
            FROM conversation
            """;

    private static final String BY_ID = SELECT + "WHERE id = ?";
    private static final String BY_USER = SELECT + "WHERE channel = ? AND user_id = ?";
    private static final String BY_NUMBER = SELECT + "WHERE number = ?";

    private static final String INSERT =
            """
            INSERT INTO conversation (title, title_folded, titled_by_hand, pinned, mode,
                model_provider, model_name, persona_id, system_prompt, temperature, max_tokens,
                context_messages, updated_at, size, preview, unread, trashed, trashed_at, tail,
                switches, stored, unfinished, number, id, channel, user_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String UPDATE =
            """
            UPDATE conversation SET title = ?, title_folded = ?, titled_by_hand = ?, pinned = ?,
                mode = ?, model_provider = ?, model_name = ?, persona_id = ?, system_prompt = ?,
                temperature = ?, max_tokens = ?, context_messages = ?, updated_at = ?, size = ?,
                preview = ?, unread = ?, trashed = ?, trashed_at = ?, tail = ?, switches = ?,
                stored = ?, unfinished = ?
            WHERE number = ?
            """;

    private ConversationRows() {}

    static Optional<Conversation> find(Reads reads, ConversationId id) throws SQLException {
        return reads.first(BY_ID, ConversationRows::conversation, id.value());
    }

    /** The number of a conversation, or empty when it is not there. */
    static Optional<Long> number(Reads reads, ConversationId id) throws SQLException {
        return reads.first("SELECT number FROM conversation WHERE id = ?", Row::big, id.value());
    }

    static Optional<Conversation> find(Reads reads, ChannelKind channel, String userId)
            throws SQLException {
        return reads.first(BY_USER, ConversationRows::conversation, channel.key(), userId);
    }

    /** The row, which nobody else changes before this transaction ends. */
    static Optional<ConversationRow> lock(Tx tx, ConversationId id) throws SQLException {
        return touched(tx, tx.first(tx.locking(BY_ID), ConversationRows::read, id.value()));
    }

    static Optional<ConversationRow> lock(Tx tx, ChannelKind channel, String userId)
            throws SQLException {
        return touched(
                tx, tx.first(tx.locking(BY_USER), ConversationRows::read, channel.key(), userId));
    }

    /** The row, which nobody changes before this transaction ends, and neither does this one. */
    static Optional<ConversationRow> hold(Tx tx, ConversationId id) throws SQLException {
        return tx.first(tx.locking(BY_ID), ConversationRows::read, id.value());
    }

    static Optional<ConversationRow> hold(Tx tx, long number) throws SQLException {
        return tx.first(tx.locking(BY_NUMBER), ConversationRows::read, number);
    }

    static Optional<ConversationRow> lockOf(Tx tx, MessageId message) throws SQLException {
        long number = Numbers.conversation(message);
        return touched(
                tx,
                tx.first(tx.locking(BY_NUMBER), ConversationRows::read, number)
                        .filter(row -> Numbers.id(row.id, Numbers.of(message)).equals(message)));
    }

    /** Whoever takes the lock is about to change the conversation, or what is in it. */
    private static Optional<ConversationRow> touched(Tx tx, Optional<ConversationRow> row) {
        row.ifPresent(found -> tx.touches(found.number));
        return row;
    }

    static void insert(Tx tx, ConversationRow row) throws SQLException {
        tx.update(inserting(row));
        tx.busy().mark(tx, row);
        tx.names(Seen.user(row.channel, row.userId));
    }

    static void save(Tx tx, ConversationRow row) throws SQLException {
        tx.update(saving(row));
        tx.busy().mark(tx, row);
    }

    static Change inserting(ConversationRow row) {
        Parameters values = values(row).uuid(row.id.value()).text(row.channel.key());
        return Change.of(INSERT, values.text(row.userId).millis(row.createdAt));
    }

    static Change saving(ConversationRow row) {
        return Change.of(UPDATE, values(row));
    }

    static Conversation conversation(Row row) throws SQLException {
        return read(row).conversation();
    }

    private static ConversationRow read(Row row) throws SQLException {
        ConversationRow read =
                new ConversationRow(
                        row.big(),
                        new ConversationId(row.uuid()),
                        ChannelKind.ofKey(row.text()).orElseThrow(),
                        row.text(),
                        row.instant());
        read.title = row.text();
        read.titledByHand = row.flag();
        read.pinned = row.flag();
        read.mode = Mode.valueOf(row.text());
        read.options = options(row);
        read.updatedAt = row.instant();
        read.size = row.number();
        read.preview = row.text();
        read.unread = row.number();
        read.trashedAt = row.instantOrNull();
        read.tail = Numbers.idOrNull(read.id, row.bigOrNull());
        read.switches = row.number();
        read.stored = row.number();
        read.unfinished = row.number();
        return read;
    }

    private static ConversationOptions options(Row row) throws SQLException {
        String provider = row.textOrNull();
        String model = row.textOrNull();
        return new ConversationOptions(
                provider == null || model == null ? null : new ModelRef(provider, model),
                row.textOrNull(),
                row.textOrNull(),
                row.realOrNull(),
                row.numberOrNull(),
                row.numberOrNull());
    }

    /** The parameters of UPDATE, and the first of INSERT. */
    private static Parameters values(ConversationRow row) {
        ConversationOptions options = row.options;
        ModelRef model = options.model();
        return new Parameters()
                .text(row.title)
                .text(Folding.fold(row.title))
                .flag(row.titledByHand)
                .flag(row.pinned)
                .name(row.mode)
                .text(model == null ? null : model.provider())
                .text(model == null ? null : model.model())
                .text(options.personaId())
                .text(options.systemPrompt())
                .number(options.temperature())
                .number(options.maxTokens())
                .number(options.contextMessages())
                .millis(row.updatedAt)
                .number(row.size)
                .text(row.preview)
                .number(row.unread)
                .flag(row.trashedAt != null)
                .millis(row.trashedAt)
                .number(Numbers.orNull(row.tail))
                .number(row.switches)
                .number(row.stored)
                .number(row.unfinished)
                .number(row.number);
    }
}
