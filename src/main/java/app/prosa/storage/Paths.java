package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
            WHERE conversation_id = ? AND position >= ? AND active = TRUE
            """;

    private static final String REVEAL =
            """
            UPDATE message SET active = TRUE
            WHERE conversation_id = ? AND position BETWEEN ? AND ? AND hidden_by = ?
                AND active = FALSE
            """;

    private static final String HIGHEST =
            """
            SELECT position, parent_id FROM message
            WHERE conversation_id = ? AND position <= ? AND hidden_by = ? AND active = FALSE
            ORDER BY conversation_id, position FETCH FIRST ROW ONLY
            """;

    private static final String TAIL =
            """
            SELECT position, id FROM message WHERE conversation_id = ? AND active = TRUE
            ORDER BY conversation_id DESC, position DESC FETCH FIRST ROW ONLY
            """;

    private static final String ONE_VERSION_MORE =
            """
            UPDATE message SET versions = versions + 1
            WHERE conversation_id = ? AND position = ? AND (parent_id = ? OR position = 0)
            """;

    private Paths() {}

    /** A part of a hidden path. */
    private record Stretch(int from, int to, int hiddenBy) {}

    private record Place(int position, @Nullable MessageId id) {
        static Place read(Row row) throws SQLException {
            return new Place(row.number(), MessageColumns.id(row.uuidOrNull()));
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
        UUID parent = of.parentId() == null ? null : of.parentId().value();
        tx.update(ONE_VERSION_MORE, row.id.value(), of.position(), parent);
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
        UUID id = row.id.value();
        for (Stretch part : stretches) {
            tx.update(REVEAL, id, part.from(), part.to(), part.hiddenBy());
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
        UUID conversation = lowest.conversationId().value();
        return reads.first(HIGHEST, Place::read, conversation, lowest.position(), lowest.hiddenBy())
                .orElseThrow();
    }

    private static void hide(Tx tx, ConversationRow row, int from) throws SQLException {
        row.switches++;
        tx.update(HIDE, row.switches, row.id.value(), from);
    }

    private static void endAtLastShown(Reads reads, ConversationRow row) throws SQLException {
        Place tail = tail(reads, row.id);
        row.endAt(tail.position(), tail.id());
    }

    private static Place tail(Reads reads, ConversationId id) throws SQLException {
        return reads.first(TAIL, Place::read, id.value()).orElse(new Place(-1, null));
    }

    private static Optional<Node> parent(Reads reads, Node node) throws SQLException {
        return node.parentId() == null ? Optional.empty() : Node.find(reads, node.parentId());
    }
}
