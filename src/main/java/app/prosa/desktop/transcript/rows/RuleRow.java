package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.lines.Line;
import javafx.scene.layout.Region;

/** A line across. */
final class RuleRow extends RowNode {
    private final Edges edges;
    private final Region rule = box("rule");

    RuleRow(RowContext context, Line.Rule line, Site site) {
        super(context, line, site);
        edges = new Edges(line.edges(), context);
        getChildren().addAll(edges.nodes());
        getChildren().add(rule);
    }

    @Override
    double contentHeight(double width) {
        return em();
    }

    @Override
    void layoutContent(double x, double y, double width, double height) {
        edges.layout(x, y, height, gap().em() * em());
        double indent = edges.width();
        rule.resizeRelocate(x + indent, Math.rint(y + height / 2), width - indent, 1);
    }
}
