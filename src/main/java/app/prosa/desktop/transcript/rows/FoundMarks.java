package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.transcript.find.Range;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.shape.Path;
import javafx.scene.text.TextFlow;

/**
 * What is behind the words that were looked for, in one text. Made when the first of them is found
 * there: most rows never have one.
 */
final class FoundMarks {
    private final Path all = path("found");
    private final Path current = path("found-current");
    private List<Range> hits = List.of();
    private int currentFrom = -1;

    private static Path path(String styleClass) {
        Path path = new Path();
        path.getStyleClass().add(styleClass);
        path.setManaged(false);
        return path;
    }

    List<Node> paths() {
        return List.of(all, current);
    }

    /**
     * @param where in the text
     * @param which where the hit begins that the reader is at, or -1
     */
    void set(List<Range> where, int which) {
        hits = where;
        currentFrom = which;
    }

    void draw(TextFlow flow) {
        all.getElements().clear();
        current.getElements().clear();
        for (Range hit : hits) {
            Path path = hit.from() == currentFrom ? current : all;
            path.getElements().addAll(flow.getRangeShape(hit.from(), hit.to(), true));
        }
    }
}
