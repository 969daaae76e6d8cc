package app.prosa.desktop.shell;

import app.prosa.settings.WindowState;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * Which parts of the window are shown. Where there is no room for a pane beside the chat, it lies
 * over it instead: it starts closed then, and what was chosen for the wide window is kept.
 */
final class ShellModel {
    /** What fills the window. */
    enum Place {
        CHAT,
        SETTINGS,
        FIRST_RUN,
        /** The store cannot be opened. */
        TROUBLE
    }

    /** Widths in px at 100 %, below which the panes lie over the chat. */
    static final double LIST_BESIDE = 640;

    static final double INSPECTOR_BESIDE = 900;
    static final double INSPECTOR_WIDTH = 320;
    private static final double RAIL = 48;
    private static final double LEAST_CHAT = 440;

    final ObjectProperty<Place> place = new SimpleObjectProperty<>(Place.CHAT);
    final BooleanProperty listWanted = new SimpleBooleanProperty(true);
    final BooleanProperty inspectorWanted = new SimpleBooleanProperty();
    final DoubleProperty listWidth = new SimpleDoubleProperty(WindowState.DEFAULT.listWidth());

    /** How wide the window is, in px at 100 %. */
    final DoubleProperty width = new SimpleDoubleProperty(1200);

    private final BooleanProperty listOver = new SimpleBooleanProperty();
    private final BooleanProperty inspectorOver = new SimpleBooleanProperty();

    final BooleanBinding listOverlays = width.lessThan(LIST_BESIDE);
    final BooleanBinding listShown = shown(listOverlays, listOver, listWanted);
    final BooleanBinding inspectorOverlays =
            Bindings.createBooleanBinding(this::isTight, width, listShown, listWidth);
    final BooleanBinding inspectorShown = shown(inspectorOverlays, inspectorOver, inspectorWanted);

    /** Something lies over the chat, which a click beside it closes. */
    final BooleanBinding overlaid =
            listOverlays.and(listShown).or(inspectorOverlays.and(inspectorShown));

    ShellModel() {
        listOverlays.addListener((property, before, now) -> listOver.set(false));
        inspectorOverlays.addListener((property, before, now) -> inspectorOver.set(false));
    }

    void toggleList() {
        toggle(listOverlays, listOver, listWanted);
    }

    void toggleInspector() {
        toggle(inspectorOverlays, inspectorOver, inspectorWanted);
    }

    void showList() {
        if (!listShown.get()) {
            toggleList();
        }
    }

    void closeOverlays() {
        listOver.set(false);
        inspectorOver.set(false);
    }

    void resizeList(double wanted) {
        listWidth.set(Math.clamp(wanted, WindowState.MIN_LIST_WIDTH, WindowState.MAX_LIST_WIDTH));
    }

    /** With list and inspector beside it, the chat would have too little room to be read. */
    private boolean isTight() {
        double list = listShown.get() && !listOverlays.get() ? listWidth.get() : 0;
        return width.get() < INSPECTOR_BESIDE
                || width.get() - RAIL - list - INSPECTOR_WIDTH < LEAST_CHAT;
    }

    private BooleanBinding shown(
            BooleanBinding overlays, BooleanProperty over, BooleanProperty wanted) {
        return Bindings.createBooleanBinding(
                () -> place.get() == Place.CHAT && (overlays.get() ? over : wanted).get(),
                place,
                overlays,
                over,
                wanted);
    }

    private static void toggle(
            BooleanBinding overlays, BooleanProperty over, BooleanProperty wanted) {
        BooleanProperty which = overlays.get() ? over : wanted;
        which.set(!which.get());
    }
}
