package app.prosa.desktop.conversations;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A conversation in the list: title and time, below it the preview where there is room for it. */
final class ConversationRow extends Pane {
    private static final PseudoClass UNREAD = PseudoClass.getPseudoClass("unread");
    private static final PseudoClass STREAMING = PseudoClass.getPseudoClass("streaming");
    private static final double GAP = 8;
    private static final double MARK_GAP = 6;

    private final Label title = label("conversation-title");
    private final Label preview = label("conversation-preview");
    private final Label time = label("conversation-time");
    private final Region dot = new Region();
    private final ChannelMark channel = new ChannelMark();

    ConversationRow() {
        getStyleClass().add("conversation");
        dot.getStyleClass().add("dot");
        getChildren().addAll(channel, title, preview, time, dot);
    }

    ChannelMark channel() {
        return channel;
    }

    void show(String newTitle, String newPreview, String newTime) {
        title.setText(newTitle);
        preview.setText(newPreview);
        preview.setVisible(!newPreview.isEmpty());
        time.setText(newTime);
    }

    void mark(boolean unread, boolean streaming) {
        pseudoClassStateChanged(UNREAD, unread);
        dot.pseudoClassStateChanged(STREAMING, streaming);
        dot.setVisible(unread || streaming);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double right = getWidth() - snappedRightInset();
        double top = snapPositionY((getHeight() - textHeight()) / 2);
        double line = title.prefHeight(-1);
        double timeWidth = time.prefWidth(-1);
        place(time, right - timeWidth, top + baseline(time), timeWidth);
        double mark = channel.isVisible() ? channel.prefWidth(-1) : 0;
        double markHeight = channel.prefHeight(-1);
        channel.resizeRelocate(
                left, snapPositionY(top + (line - markHeight) / 2), mark, markHeight);
        double titleLeft = left + (mark > 0 ? mark + MARK_GAP : 0);
        place(title, titleLeft, top, right - titleLeft - timeWidth - GAP);
        double dotWidth = dot.isVisible() ? dot.minWidth(-1) : 0;
        boolean two = preview.isVisible();
        double dotX = two ? right - dotWidth : right - timeWidth - GAP - dotWidth;
        double dotLine = two ? preview.prefHeight(-1) : line;
        double dotY = top + (two ? line : 0) + (dotLine - dotWidth) / 2;
        dot.resizeRelocate(snapPositionX(dotX), snapPositionY(dotY), dotWidth, dotWidth);
        if (two) {
            place(preview, left, top + line, dotX - left - (dotWidth > 0 ? GAP : 0));
        } else if (dotWidth > 0) {
            title.resize(Math.max(0, dotX - GAP - titleLeft), line);
        }
    }

    private double textHeight() {
        return title.prefHeight(-1) + (preview.isVisible() ? preview.prefHeight(-1) : 0);
    }

    /** So that the smaller text stands on the line of the title. */
    private double baseline(Label smaller) {
        return title.prefHeight(-1) - smaller.prefHeight(-1) - 1;
    }

    private void place(Node node, double x, double y, double width) {
        node.resizeRelocate(
                snapPositionX(x), snapPositionY(y), Math.max(0, width), node.prefHeight(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }
}
