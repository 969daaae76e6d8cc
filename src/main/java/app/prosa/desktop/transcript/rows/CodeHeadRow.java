package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.Icon;
import app.prosa.desktop.transcript.lines.Line;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The bar above a code block: language, wrap, copy. */
final class CodeHeadRow extends RowNode {
    private static final double HEIGHT = 2;

    private final Edges edges;
    private final HBox bar;
    private final Button wrap;
    private final Button copy;

    CodeHeadRow(RowContext context, Line.CodeHead line, Site site) {
        super(context, line, site);
        edges = new Edges(line.edges(), context);
        String name = line.language();
        Label language = new Label(name.isEmpty() ? context.texts().get("transcript.code") : name);
        language.getStyleClass().add("language");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        wrap = Buttons.icon(Icon.WRAP, context.texts().get("transcript.code.wrap"), this::wrap);
        copy =
                Buttons.icon(
                        Icon.COPY,
                        context.texts().get("transcript.code.copy"),
                        () -> context.copy(line.code()));
        bar = new HBox(language, space, wrap, copy);
        bar.setManaged(false);
        bar.getStyleClass().add("code-head");
        getChildren().addAll(edges.nodes());
        getChildren().add(bar);
    }

    private void wrap() {
        site().unfolded().code(((Line.CodeHead) line()).block()).toggleWrap();
        context().changed(site().slot());
    }

    @Override
    double contentHeight(double width) {
        return Math.rint(HEIGHT * em());
    }

    @Override
    void layoutContent(double x, double y, double width, double height) {
        double indent = edges.width();
        edges.layout(x, y, height, gap().em() * em());
        bar.resizeRelocate(x + indent, y, width - indent, height);
    }

    @Override
    public List<Node> reachable() {
        return List.of(wrap, copy);
    }
}
