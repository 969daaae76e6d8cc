package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.lines.Line;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** The end of a code block: its scroll bar, and what opens a long one. */
final class CodeFootRow extends RowNode {
    private static final double HEIGHT = 0.857;
    private static final double BUTTON = 2;

    private final Edges edges;
    private final Region ground = box("code-foot");
    private final Button toggle = new Button();
    private final SideBar bar;
    private final boolean folds;

    CodeFootRow(RowContext context, Line.CodeFoot line, Site site) {
        super(context, line, site);
        edges = new Edges(line.edges(), context);
        folds = line.lines() > Unfolded.FOLDED_LINES;
        boolean open = site.unfolded().isOpen(line.block());
        toggle.setText(
                open
                        ? context.texts().get("transcript.code.fold")
                        : context.texts().get("transcript.code.unfold", line.lines()));
        toggle.getStyleClass().addAll("ghost", "code-toggle");
        toggle.setManaged(false);
        toggle.setVisible(folds);
        toggle.setFocusTraversable(false);
        toggle.setOnAction(e -> toggle(line));
        bar = new SideBar(site.unfolded().code(line.block()));
        getChildren().addAll(edges.nodes());
        getChildren().addAll(ground, toggle, bar);
    }

    private void toggle(Line.CodeFoot line) {
        site().unfolded().toggle(line.block());
        context().changed(site().slot());
    }

    @Override
    double contentHeight(double width) {
        return Math.rint((folds ? HEIGHT + BUTTON : HEIGHT) * em());
    }

    @Override
    void layoutContent(double x, double y, double width, double height) {
        double indent = edges.width();
        edges.layout(x, y, height, 0);
        ground.resizeRelocate(x + indent, y, width - indent, height);
        double barHeight = Math.rint(0.6 * em());
        bar.resizeRelocate(x + indent + 1, y, width - indent - 2, barHeight);
        double buttonWidth = Math.min(toggle.prefWidth(-1), width - indent);
        toggle.resizeRelocate(
                Math.rint(x + indent + (width - indent - buttonWidth) / 2),
                y + barHeight,
                buttonWidth,
                Math.rint(BUTTON * em()));
    }

    @Override
    public List<Node> reachable() {
        return folds ? List.of(toggle) : List.of();
    }

    @Override
    public boolean scrollSideways(double dx) {
        return bar.scroll(dx);
    }

    @Override
    public void dispose() {
        bar.dispose();
    }
}
