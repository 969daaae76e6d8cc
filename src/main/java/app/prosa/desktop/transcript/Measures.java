package app.prosa.desktop.transcript;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;

/** The measures that CSS gives, in pixels: so every one of them follows the zoom. */
final class Measures {
    private static final PseudoClass WIDE = PseudoClass.getPseudoClass("wide");
    private static final double NARROWEST = 12;
    private static final double SIDE = 1.714;

    private final Region column = probe("transcript-column");
    private final Region ten = probe("transcript-em");
    private double em = 14;
    private double columnWidth;

    /**
     * @param onChange is called when CSS has given another size
     */
    Measures(Runnable onChange) {
        column.prefWidthProperty().subscribe(_ -> onChange.run());
    }

    private static Region probe(String styleClass) {
        Region probe = new Region();
        probe.getStyleClass().add(styleClass);
        probe.setManaged(false);
        probe.setMouseTransparent(true);
        return probe;
    }

    /** Have no looks, only a size; to be put where the sizes hold. */
    List<Region> probes() {
        return List.of(column, ten);
    }

    void setWide(boolean wide) {
        column.pseudoClassStateChanged(WIDE, wide);
    }

    /**
     * Takes the measures again.
     *
     * @return whether they are other ones
     */
    boolean take(double width) {
        double emNow = ten.prefWidth(-1) > 0 ? ten.prefWidth(-1) / 10 : em;
        double room = Math.min(column.prefWidth(-1), width - 2 * SIDE * emNow);
        double columnNow = Math.floor(Math.max(NARROWEST * emNow, room));
        boolean other = emNow != em || columnNow != columnWidth;
        em = emNow;
        columnWidth = columnNow;
        return other;
    }

    /** The size of the body text. */
    double em() {
        return em;
    }

    double columnWidth() {
        return columnWidth;
    }
}
