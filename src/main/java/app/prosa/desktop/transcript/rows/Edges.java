package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.Icon;
import app.prosa.desktop.markdown.Block;
import app.prosa.desktop.transcript.lines.Edge;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The quote bars and list markers at the left of a row. */
final class Edges {
    private static final double BAR = 1.0;

    private final List<Edge> edges;
    private final List<Node> nodes = new ArrayList<>();
    private final RowContext context;

    Edges(List<Edge> edges, RowContext context) {
        this.edges = edges;
        this.context = context;
        edges.forEach(edge -> nodes.add(node(edge)));
        nodes.forEach(node -> node.setManaged(false));
    }

    List<Node> nodes() {
        return nodes;
    }

    double width() {
        return edges.stream().mapToDouble(this::width).sum();
    }

    private double width(Edge edge) {
        return context.em()
                * switch (edge) {
                    case Edge.Bar _ -> BAR;
                    case Edge.Indent indent -> Math.max(1.7, 0.6 * indent.widest() + 0.8);
                };
    }

    private Node node(Edge edge) {
        return switch (edge) {
            case Edge.Bar _ -> RowNode.box("quote-bar");
            case Edge.Indent(_, Block.Box box, _) when box != Block.Box.NONE -> checkBox(box);
            case Edge.Indent(String marker, _, _) -> marker(marker);
        };
    }

    private static Label marker(String marker) {
        Label label = new Label(marker);
        label.getStyleClass().add("marker");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private Node checkBox(Block.Box box) {
        boolean done = box == Block.Box.DONE;
        StackPane pane = new StackPane();
        pane.getStyleClass().addAll("task", done ? "done" : "open");
        pane.setAccessibleText(
                context.texts().get(done ? "transcript.task.done" : "transcript.task.open"));
        if (done) {
            pane.getChildren().add(Icon.CHECK.small());
        }
        return pane;
    }

    /**
     * @param gap above the content, which the bars of a quote that goes on bridge
     */
    void layout(double x, double y, double height, double gap) {
        double at = x;
        for (int i = 0; i < edges.size(); i++) {
            double width = width(edges.get(i));
            Node node = nodes.get(i);
            switch (edges.get(i)) {
                case Edge.Bar(boolean first) -> {
                    double bridge = first ? 0 : gap;
                    node.resizeRelocate(
                            at, y - bridge, Math.max(2, context.em() * 0.2), height + bridge + 0.5);
                }
                case Edge.Indent indent -> marker(node, indent, at, y, width);
            }
            at += width;
        }
    }

    private void marker(Node node, Edge.Indent indent, double x, double y, double width) {
        double em = context.em();
        if (indent.box() != Block.Box.NONE) {
            double size = Math.rint(em);
            node.resizeRelocate(
                    Math.rint(x + width - size - 0.5 * em), Math.rint(y + 0.22 * em), size, size);
        } else {
            node.autosize();
            double own = node.getLayoutBounds().getWidth();
            node.relocate(x + width - own - 0.55 * em, y);
        }
    }
}
