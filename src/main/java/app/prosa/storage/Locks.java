package app.prosa.storage;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Changes to a conversation, one after the other: each takes the lock of its row first, so that
 * positions and versions have no gaps and no two changes wait for each other. Every call is one
 * transaction, and empty where there is no such conversation or message.
 */
final class Locks {
    private final Database database;

    Locks(Database database) {
        this.database = database;
    }

    /** A change of the row alone. */
    interface Edit {
        void to(ConversationRow row);
    }

    /** A change of the row, and of what belongs to it. */
    interface WideEdit {
        void to(Tx tx, ConversationRow row) throws SQLException;
    }

    /** What is done to a conversation. */
    interface Change<T> {
        Optional<T> to(Tx tx, ConversationRow row) throws SQLException;
    }

    /** What is done to a message. */
    interface MessageChange<T> {
        Optional<T> to(Tx tx, ConversationRow row, Node node) throws SQLException;
    }

    Optional<Conversation> edit(String attempted, ConversationId id, Edit edit) {
        return edit(attempted, id, (_, row) -> edit.to(row));
    }

    Optional<Conversation> edit(String attempted, ConversationId id, WideEdit edit) {
        return change(attempted, id, (tx, row) -> Optional.of(edited(tx, row, edit)));
    }

    /** In the order of their ids, so that two of these do not wait for each other. */
    List<Conversation> editAll(String attempted, Collection<ConversationId> ids, WideEdit edit) {
        List<ConversationId> sorted =
                ids.stream().sorted(Comparator.comparing(ConversationId::value)).toList();
        return database.inTransaction(
                attempted,
                tx -> {
                    List<Conversation> all = new ArrayList<>();
                    for (ConversationId id : sorted) {
                        Optional<ConversationRow> row = ConversationRows.lock(tx, id);
                        if (row.isPresent()) {
                            all.add(edited(tx, row.get(), edit));
                        }
                    }
                    return all;
                });
    }

    <T> Optional<T> change(String attempted, ConversationId id, Change<T> change) {
        return database.inTransaction(
                attempted,
                tx -> {
                    Optional<ConversationRow> row = ConversationRows.lock(tx, id);
                    return row.isPresent() ? change.to(tx, row.get()) : Optional.empty();
                });
    }

    <T> Optional<T> change(String attempted, MessageId id, MessageChange<T> change) {
        return database.inTransaction(
                attempted,
                tx -> {
                    Optional<ConversationRow> row = ConversationRows.lockOf(tx, id);
                    Optional<Node> node = row.isPresent() ? Node.find(tx, id) : Optional.empty();
                    return node.isPresent()
                            ? change.to(tx, row.orElseThrow(), node.get())
                            : Optional.empty();
                });
    }

    private static Conversation edited(Tx tx, ConversationRow row, WideEdit edit)
            throws SQLException {
        Conversation before = row.conversation();
        edit.to(tx, row);
        Conversation after = row.conversation();
        if (!after.equals(before)) {
            ConversationRows.save(tx, row);
        }
        return after;
    }
}
