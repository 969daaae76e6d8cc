package app.prosa.storage;

import static app.prosa.storage.SqlConversationStore.cut;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.DueTurns;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers that are due, over SQL: each change under the lock of its conversation's row. */
final class SqlDueTurns implements DueTurns {
    private final Database database;
    private final ChannelFront front;
    private final Recent recent;

    SqlDueTurns(Database database, ChannelFront front, Recent recent) {
        this.database = database;
        this.front = front;
        this.recent = recent;
    }

    /** What is done to a turn whose owner asks for it. */
    private interface Work<T> {
        T in(Tx tx, ConversationRow row, DueRow due) throws SQLException;
    }

    @Override
    public List<Due> earliest(int limit) {
        return database.read("due turns", reads -> DueRows.earliest(reads, limit));
    }

    @Override
    public Opening open(ConversationId conversation, String owner, Instant until, Instant now) {
        Opening opening =
                front.open(conversation, owner, cut(until), cut(now))
                        .orElseGet(() -> openInTables(conversation, owner, until, now));
        if (opening instanceof Opened opened) {
            recent.contexts().opened(opened.reply());
        }
        return opening;
    }

    private Opening openInTables(
            ConversationId conversation, String owner, Instant until, Instant now) {
        return database.inTransaction(
                "open turn", tx -> open(tx, conversation, owner, cut(until), cut(now)));
    }

    private static Opening open(Tx tx, ConversationId id, String owner, Instant until, Instant now)
            throws SQLException {
        // Not touched: most often nothing changes but the turn. Whoever opens a reply leaves
        // the conversation as it is then.
        Optional<ConversationRow> row = ConversationRows.hold(tx, id);
        Optional<DueRow> due =
                row.isPresent() ? DueRows.find(tx, row.get().number) : Optional.empty();
        return due.isPresent()
                ? new Answering(tx, row.orElseThrow(), due.get(), now).begin(owner, until)
                : new Nothing();
    }

    @Override
    public boolean extend(ConversationId conversation, String owner, Instant until) {
        return owned(
                "extend turn",
                conversation,
                owner,
                false,
                (tx, row, due) -> {
                    due.take(owner, cut(until));
                    DueRows.save(tx, due);
                    return true;
                });
    }

    @Override
    public boolean close(ConversationId conversation, String owner, Instant now) {
        return owned(
                "close turn",
                conversation,
                owner,
                false,
                (tx, row, due) -> close(tx, row, due, cut(now)));
    }

    private static boolean close(Tx tx, ConversationRow row, DueRow due, Instant now)
            throws SQLException {
        Message reply = due.reply == null ? null : MessageRows.find(tx, due.reply).orElse(null);
        if (reply != null && !reply.state().isFinal()) {
            due.free(); // it is not over, and whoever comes next goes on
            DueRows.save(tx, due);
            return false;
        }
        Optional<CorrespondentRow> to =
                isToBeSent(row, reply)
                        ? CorrespondentRows.find(tx, row.number)
                                .filter(CorrespondentRow::mayBeWrittenTo)
                        : Optional.empty();
        if (to.isPresent() && reply != null) {
            Outgoing.put(tx, to.get(), reply, now);
        }
        if (due.newer) {
            due.goOn();
            DueRows.save(tx, due);
        } else {
            DueRows.delete(tx, row.number);
        }
        return to.isPresent();
    }

    private static boolean isToBeSent(ConversationRow row, @Nullable Message reply) {
        return reply != null
                && reply.state() == MessageState.COMPLETE
                && !reply.deleted()
                && !reply.text().isBlank()
                && row.mode == Mode.AUTO
                && row.trashedAt == null;
    }

    @Override
    public void retry(ConversationId conversation, String owner, Instant at) {
        owned(
                "retry turn",
                conversation,
                owner,
                false,
                (tx, row, due) -> {
                    due.free();
                    due.dueAt = cut(at);
                    DueRows.save(tx, due);
                    return true;
                });
    }

    @Override
    public Optional<Instant> due(ConversationId conversation) {
        return database.read("due turn", reads -> DueRows.next(reads, conversation));
    }

    /**
     * @param otherwise what is returned when the turn is not theirs
     */
    private <T> T owned(
            String attempted, ConversationId id, String owner, T otherwise, Work<T> work) {
        return database.inTransaction(
                attempted,
                tx -> {
                    Optional<ConversationRow> row = ConversationRows.hold(tx, id);
                    Optional<DueRow> due =
                            row.isPresent() ? DueRows.find(tx, row.get().number) : Optional.empty();
                    return due.isPresent() && due.get().isOf(owner)
                            ? work.in(tx, row.orElseThrow(), due.get())
                            : otherwise;
                });
    }
}
