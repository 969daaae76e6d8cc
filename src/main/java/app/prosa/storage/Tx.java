package app.prosa.storage;

import app.prosa.storage.Heads.Head;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A transaction that is lent to {@link Transactions.Work}. */
final class Tx extends Reads {
    private final Connection connection;
    private final Dialect dialect;
    private final Numbering numbering;
    private final Busy busy;
    private final List<Change> changes = new ArrayList<>();
    private final Set<Long> touched = new HashSet<>();
    private final Map<Long, Head> left = new HashMap<>();
    private boolean touchesAll;
    private final List<Long> named = new ArrayList<>();
    private final List<Consumer<Correspondences>> lessons = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();

    Tx(Connection connection, Dialect dialect, Numbering numbering, Busy busy) {
        super(connection);
        this.connection = connection;
        this.dialect = dialect;
        this.numbering = numbering;
        this.busy = busy;
    }

    Busy busy() {
        return busy;
    }

    /** Runs once the transaction is durable, and never if it is undone. */
    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    /** A query whose rows stay as they are until the transaction ends. */
    String locking(String sql) {
        return sql + dialect.lock();
    }

    /** What was changed so far. */
    List<Change> changes() {
        return changes;
    }

    /** Whether nobody else can have the database open. */
    boolean isAlone() {
        return dialect.nextNumber().isEmpty();
    }

    /** The number of a new conversation, or of something new that goes out. */
    long nextNumber() throws SQLException {
        return numbering.next(this);
    }

    /** A conversation is, or may be, changed from here on: it or what is in it. */
    void touches(long number) {
        touched.add(number);
        left.remove(number); // by a change before this one
    }

    /** Any conversation may be another one from here on. */
    void touchesAll() {
        touchesAll = true;
        left.clear();
        lessons.clear();
        lessons.add(Correspondences::clear);
    }

    boolean hasTouchedAll() {
        return touchesAll;
    }

    Set<Long> touched() {
        return touched;
    }

    /** What is known of a conversation once this is committed. */
    void leaves(Head head) {
        left.put(head.row().number, head);
    }

    Collection<Head> left() {
        return left.values();
    }

    /** What becomes of a row that {@link Correspondences} may know. */
    void teaches(Consumer<Correspondences> lesson) {
        lessons.add(lesson);
    }

    /** In their order. */
    List<Consumer<Correspondences>> lessons() {
        return lessons;
    }

    /** Somebody or something has been here, see {@link Seen}. */
    void names(long hash) {
        named.add(hash);
    }

    List<Long> named() {
        return named;
    }

    /**
     * @return how many rows were touched
     */
    int update(String sql, @Nullable Object... parameters) throws SQLException {
        return update(Change.of(sql, parameters));
    }

    /**
     * @return how many rows were touched
     */
    int update(Change change) throws SQLException {
        try (PreparedStatement statement = prepare(change.sql(), change.parameters().toArray())) {
            int rows = statement.executeUpdate();
            changes.add(change);
            return rows;
        }
    }

    /** Runs one statement for each set of parameters. */
    void batch(String sql, Collection<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        }
        rows.forEach(row -> changes.add(Change.of(sql, row)));
    }
}
