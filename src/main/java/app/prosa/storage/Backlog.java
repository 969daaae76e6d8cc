package app.prosa.storage;

import app.prosa.conversation.MessageId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Changes that are in the journal and not yet in the tables, in the order in which they are to be
 * done. Of those that set the same row only the last is done, in the place of the first: a busy
 * conversation's row is written once for many messages, and a reply that ended meanwhile is
 * inserted whole.
 */
final class Backlog {
    private final Map<Object, Waiting> changes = new LinkedHashMap<>();
    private long last;

    /** The row that a change sets. */
    record Of(String table, long number) {
        static Of conversation(ConversationRow row) {
            return new Of("conversation", row.number);
        }

        static Of correspondent(CorrespondentRow row) {
            return new Of("correspondent", row.number);
        }

        static Of due(DueRow row) {
            return new Of("due_turn", row.number);
        }

        static Of message(MessageId id) {
            return new Of("message", Numbers.of(id));
        }
    }

    private record Waiting(Change change, boolean inserts) {}

    /** Whether the row has yet to be inserted. */
    boolean inserts(Of row) {
        Waiting waiting = changes.get(row);
        return waiting != null && waiting.inserts;
    }

    void insert(Of row, Change change) {
        changes.put(row, new Waiting(change, true));
    }

    /** For a row that is in the tables. */
    void update(Of row, Change change) {
        changes.put(row, new Waiting(change, false));
    }

    /** A change that is done whatever comes after it. */
    void add(Change change) {
        changes.put(new Object(), new Waiting(change, false));
    }

    /** What was added so far belongs to transactions up to this one. */
    void reaches(long transaction) {
        last = transaction;
    }

    /** The number of the last transaction that has something in it. */
    long last() {
        return last;
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    int size() {
        return changes.size();
    }

    Collection<Change> changes() {
        return changes.values().stream().map(Waiting::change).toList();
    }

    /** This one, which could not be done, and then what has come since. */
    void followedBy(Backlog later) {
        Map<Object, Waiting> before = new LinkedHashMap<>(changes);
        changes.clear();
        before.forEach((row, waiting) -> {
            Waiting next = later.changes.get(row);
            // Both are done: what has come since was noted for a row that is in the tables.
            boolean both = waiting.inserts && next != null && !next.inserts;
            changes.put(both ? new Object() : row, waiting);
        });
        changes.putAll(later.changes);
        last = Math.max(last, later.last);
    }
}
