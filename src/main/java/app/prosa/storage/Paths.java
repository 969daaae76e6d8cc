package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which path through the versions is shown.
 *
 * <p>A switch hides the path shown from one position to its end, and every message it hides gets
 * the switch's number. What was shown below a hidden message, when it was shown last, was hidden by
 * the same switch as it; so were those above it, up to the one that a later switch took. A hidden
 * path therefore is a few stretches, each a range of positions with one number, and is brought back
 * with one statement for each, however long it is.
 */
final class Paths {
    private static final String HIDE =
            """
            UPDATE message SET active = FALSE, hidden_by = ?
            WHERE number >= ? AND number < ? AND position >= ? AND active = TRUE
            """;

    private static final String REVEAL =
            """
            UPDATE message SET active = TRUE
            WHERE number >= ? AND number < ? AND position BETWEEN ? AND ? AND hidden_by = ?
                AND active = FALSE
            """;

    private static final String HIGHEST =
            """
            SELECT conversation_id, position, parent FROM message
            WHERE number >= ? AND number < ? AND position <= ? AND hidden_by = ? AND active = FALSE
            ORDER BY number FETCH FIRST ROW ONLY
            """;

    private static final String TAIL =
            """
            SELECT conversation_id, position, number FROM message
            WHERE number >= ? AND number < ? AND active = TRUE
            ORDER BY number DESC FETCH FIRST ROW ONLY
            """;

    private static final String ONE_VERSION_MORE =
            """
            UPDATE message SET versions = versions + 1
            WHERE number >= ? AND number < ? AND position = ? AND (parent = ? OR position = 0)
            """;

    private Paths() {}

    /** A part of a hidden path. */
    private record Stretch(int from, int to, int hiddenBy) {}

    private record Place(int position, @Nullable MessageId id) {
        static Place read(Row row) throws SQLException {
            ConversationId conversation = new ConversationId(row.uuid());
            return new Place(row.number(), Numbers.idOrNull(conversation, row.bigOrNull()));
        }
    }

    /** Shows the path through a message and on to where it ended when it was shown last. */
    static void show(Tx tx, ConversationRow row, Node node) throws SQLException {
        if (!node.active()) {
            reveal(tx, row, node, Integer.MAX_VALUE);
            endAtLastShown(tx, row);
        }
    }

    /**
     * Makes room for one more version of a message: the path shown leads to its parent and ends
     * there.
     *
     * @return the number of the new version
     */
    static int branch(Tx tx, ConversationRow row, Node of) throws SQLException {
        if (of.active()) {
            hide(tx, row, of.position());
        } else {
            showAbove(tx, row, of);
        }
        row.endAt(of.position() - 1, of.parentId());
        tx.update(
                ONE_VERSION_MORE,
                of.firstNumber(),
                of.endNumber(),
                of.position(),
                Numbers.orNull(of.parentId()));
        return of.versions() + 1;
    }

    private static void showAbove(Tx tx, ConversationRow row, Node of) throws SQLException {
        Optional<Node> parent = parent(tx, of);
        if (parent.isEmpty() || parent.get().active()) {
            hide(tx, row, of.position());
        } else {
            reveal(tx, row, parent.get(), parent.get().position());
        }
    }

    /**
     * @param to how far below the message to go on
     */
    private static void reveal(Tx tx, ConversationRow row, Node node, int to) throws SQLException {
        List<Stretch> stretches = stretches(tx, node, to);
        hide(tx, row, stretches.getLast().from());
        for (Stretch part : stretches) {
            tx.update(
                    REVEAL,
                    Numbers.of(row.number, part.from()),
                    Numbers.end(row.number),
                    part.from(),
                    part.to(),
                    part.hiddenBy());
        }
    }

    /** From the message upwards to where the path shown begins, or to the root. */
    private static List<Stretch> stretches(Reads reads, Node node, int to) throws SQLException {
        List<Stretch> stretches = new ArrayList<>();
        Optional<Node> at = Optional.of(node);
        int end = to;
        while (at.isPresent() && !at.get().active()) {
            Node lowest = at.get();
            Place first = first(reads, lowest);
            stretches.add(new Stretch(first.position(), end, lowest.hiddenBy()));
            at = first.id() == null ? Optional.empty() : Node.find(reads, first.id());
            end = first.position() - 1;
        }
        return stretches;
    }

    /** Where the stretch that ends with this message begins, and the parent of its beginning. */
    private static Place first(Reads reads, Node lowest) throws SQLException {
        long first = Numbers.of(Numbers.conversation(lowest.id()), 0);
        long end = Numbers.of(lowest.id()) + 1;
        return reads.first(HIGHEST, Place::read, first, end, lowest.position(), lowest.hiddenBy())
                .orElseThrow();
    }

    private static void hide(Tx tx, ConversationRow row, int from) throws SQLException {
        row.switches++;
        tx.update(HIDE, row.switches, Numbers.of(row.number, from), Numbers.end(row.number), from);
    }

    private static void endAtLastShown(Reads reads, ConversationRow row) throws SQLException {
        Place tail = tail(reads, row.number);
        row.endAt(tail.position(), tail.id());
    }

    private static Place tail(Reads reads, long conversation) throws SQLException {
        long first = Numbers.of(conversation, 0);
        return reads.first(TAIL, Place::read, first, Numbers.end(conversation))
                .orElse(new Place(-1, null));
    }

    private static Optional<Node> parent(Reads reads, Node node) throws SQLException {
        return node.parentId() == null ? Optional.empty() : Node.find(reads, node.parentId());
    }
}
