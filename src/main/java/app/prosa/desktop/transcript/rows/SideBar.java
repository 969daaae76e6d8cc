package app.prosa.desktop.transcript.rows;

import javafx.scene.control.ScrollBar;
import javafx.util.Subscription;

/** The scroll bar below a code block or table that is too wide. */
final class SideBar extends ScrollBar {
    private final SideScroll scroll;
    private final Subscription follow;

    SideBar(SideScroll scroll) {
        this.scroll = scroll;
        setManaged(false);
        setFocusTraversable(false);
        getStyleClass().add("side-bar");
        follow =
                Subscription.combine(
                        scroll.hidden().subscribe(_ -> measure()),
                        scroll.offset().subscribe(x -> setValue(x.doubleValue())),
                        valueProperty().subscribe(v -> scroll.offset().set(v.doubleValue())),
                        widthProperty().subscribe(_ -> measure()));
    }

    private void measure() {
        double hidden = scroll.hidden().get();
        setVisible(hidden > 0);
        setMax(Math.max(1, hidden));
        double share = getWidth() / (getWidth() + hidden);
        setVisibleAmount(getMax() * (Double.isNaN(share) ? 1 : share));
        setUnitIncrement(20);
        setBlockIncrement(Math.max(20, getWidth() / 2));
    }

    boolean scroll(double dx) {
        return scroll.scroll(dx);
    }

    void dispose() {
        follow.unsubscribe();
    }
}
