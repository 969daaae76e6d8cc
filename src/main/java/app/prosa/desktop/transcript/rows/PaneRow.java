package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.lines.Line;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A row that is one pane of ordinary controls. */
class PaneRow extends RowNode {
    private final Region pane;
    private final List<Node> reachable;

    PaneRow(RowContext context, Line line, Site site, Region pane, List<? extends Node> reachable) {
        super(context, line, site);
        this.pane = pane;
        this.reachable = List.copyOf(reachable);
        pane.setManaged(false);
        getChildren().add(pane);
    }

    @Override
    final double contentHeight(double width) {
        return Math.ceil(pane.prefHeight(width));
    }

    @Override
    final void layoutContent(double x, double y, double width, double height) {
        pane.resizeRelocate(x, y, width, height);
    }

    @Override
    public List<Node> reachable() {
        return reachable;
    }
}
