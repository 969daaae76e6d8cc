package app.prosa.desktop.transcript.lines;

import app.prosa.desktop.markdown.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quote or an item of a list while its lines are made: the first line shows its marker, the
 * others only its edge.
 */
final class Scope {
    /** Deeper ones are not moved further to the right. */
    private static final int DEEPEST = 8;

    private final @Nullable Scope parent;
    private final @Nullable Edge first;
    private final @Nullable Edge rest;
    private final int depth;
    private boolean begun;

    private Scope(@Nullable Scope parent, @Nullable Edge first, @Nullable Edge rest) {
        this.parent = parent;
        this.first = first;
        this.rest = rest;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    static Scope top() {
        return new Scope(null, null, null);
    }

    Scope quote() {
        return new Scope(this, new Edge.Bar(true), new Edge.Bar(false));
    }

    Scope item(String marker, Block.Box box, int widest) {
        return new Scope(
                this,
                new Edge.Indent(marker, box, widest),
                new Edge.Indent("", Block.Box.NONE, widest));
    }

    /** The edges of the next line. */
    List<Edge> next() {
        List<Edge> edges = new ArrayList<>();
        collect(edges);
        return List.copyOf(edges);
    }

    private void collect(List<Edge> edges) {
        if (parent != null) {
            parent.collect(edges);
        }
        Edge edge = begun ? rest : first;
        if (edge != null && depth <= DEEPEST) {
            edges.add(edge);
        }
        begun = true;
    }
}
