package app.prosa.desktop.transcript;

import app.prosa.desktop.transcript.layout.Placed;
import app.prosa.desktop.transcript.lines.Line;
import app.prosa.desktop.transcript.rows.RowFactory;
import app.prosa.desktop.transcript.rows.RowNode;
import app.prosa.desktop.transcript.rows.Site;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** The nodes of the rows that show, in order, and a few that were or may be needed. */
final class RowPool {
    /** Beyond those that show. */
    private static final int MOST_HIDDEN = 80;

    private static final int MOST_SPARE = 16;

    private final ObservableList<Node> children;
    private final RowFactory factory;
    private final TreeMap<Long, RowNode> rows = new TreeMap<>();
    private final Deque<RowNode> spare = new ArrayDeque<>();

    RowPool(ObservableList<Node> children, RowFactory factory) {
        this.children = children;
        this.factory = factory;
    }

    private static long key(int slot, int row) {
        return ((long) slot << 32) | row;
    }

    /** The node for a line; made if there is none. */
    RowNode obtain(int position, int row, Line line, Site site) {
        long key = key(position, row);
        RowNode node = rows.get(key);
        if (node != null && !node.shows(line, site) && !node.become(line, site)) {
            remove(node);
            node = null;
        }
        if (node == null) {
            node = reuseOrMake(key, line, site);
            rows.put(key, node);
        }
        node.setBegins(row == 0);
        return node;
    }

    private RowNode reuseOrMake(long key, Line line, Site site) {
        RowNode used = spare(line, site);
        if (used != null) {
            return used;
        }
        RowNode made = factory.make(line, site);
        Map.Entry<Long, RowNode> after = rows.higherEntry(key);
        // In reading order, for the Tab key and for screen readers.
        int index = after == null ? children.size() : children.indexOf(after.getValue());
        children.add(index, made);
        return made;
    }

    private @Nullable RowNode spare(Line line, Site site) {
        for (Iterator<RowNode> each = spare.iterator(); each.hasNext(); ) {
            RowNode node = each.next();
            if (node.become(line, site)) {
                each.remove();
                return node;
            }
        }
        return null;
    }

    @Nullable RowNode find(int position, int row) {
        return rows.get(key(position, row));
    }

    Collection<RowNode> all() {
        return rows.values();
    }

    /** The rows of a slot are made anew. */
    void forget(int position) {
        Collection<RowNode> own = rows.subMap(key(position, 0), key(position + 1, 0)).values();
        own.forEach(this::remove);
        own.clear();
    }

    /** Hides all others, and lets go of those that are too many. */
    void show(List<Placed> placed) {
        Set<RowNode> shown = new HashSet<>();
        for (Placed place : placed) {
            RowNode node = find(place.slot(), place.row());
            if (node != null) {
                shown.add(node);
            }
        }
        rows.values().forEach(node -> node.setVisible(shown.contains(node)));
        trim(rows.size() - shown.size() - MOST_HIDDEN, placed);
    }

    /** Those farthest from what shows go first. */
    private void trim(int excess, List<Placed> placed) {
        // With its row: all rows of a long reply have the same slot.
        Placed middle = placed.isEmpty() ? null : placed.get(placed.size() / 2);
        long from = middle == null ? 0 : key(middle.slot(), middle.row());
        for (int i = 0; i < excess; i++) {
            Map.Entry<Long, RowNode> first = rows.firstEntry();
            Map.Entry<Long, RowNode> last = rows.lastEntry();
            boolean top = from - first.getKey() > last.getKey() - from;
            Map.Entry<Long, RowNode> far = top ? first : last;
            Map.Entry<Long, RowNode> gone = far.getValue().isVisible() ? (top ? last : first) : far;
            if (gone.getValue().isVisible()) {
                return;
            }
            rows.remove(gone.getKey());
            remove(gone.getValue());
        }
    }

    private void remove(RowNode node) {
        if (node.line() instanceof Line.Footer && spare.size() < MOST_SPARE) {
            node.setVisible(false);
            spare.add(node);
        } else {
            node.dispose();
            children.remove(node);
        }
    }

    void clear() {
        rows.values().forEach(RowNode::dispose);
        children.removeAll(rows.values());
        children.removeAll(spare);
        rows.clear();
        spare.clear();
    }
}
