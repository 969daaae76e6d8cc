package app.prosa.desktop.transcript.rows;

import app.prosa.desktop.Icon;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Leafs through the versions of a message: {@code ‹ 2/3 ›}. */
final class Pager extends HBox {
    private final Button previous;
    private final Button next;
    private final Label version = new Label();

    /**
     * @param leaf is given -1 for the version before, 1 for the next
     */
    Pager(RowContext context, IntConsumer leaf) {
        String before = context.texts().get("transcript.version.previous");
        String after = context.texts().get("transcript.version.next");
        previous = Buttons.icon(Icon.CHEVRON_LEFT, before, () -> leaf.accept(-1));
        next = Buttons.icon(Icon.CHEVRON_RIGHT, after, () -> leaf.accept(1));
        getStyleClass().add("pager");
        getChildren().addAll(previous, version, next);
    }

    void show(int number, int count) {
        version.setText(number + "/" + count);
        previous.setDisable(number <= 1);
        next.setDisable(number >= count);
    }

    List<Node> buttons() {
        return List.of(previous, next);
    }
}
