package app.prosa.desktop.shell;

import app.prosa.settings.WindowState;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** List, content and inspector side by side, or over one another where the window is narrow. */
final class Columns extends Pane {
    private static final double HANDLE = 6;
    private static final double KEY_STEP = 20;

    final StackPane list = pane("list-pane");
    final StackPane content = pane("content-pane");
    final StackPane inspector = pane("inspector-pane");
    final Region handle = new Region();
    private final Region scrim = new Region();
    private final ShellModel model;

    /** The zoom, 1 for 100 %. */
    final DoubleProperty scale = new SimpleDoubleProperty(1);

    Columns(ShellModel model) {
        this.model = model;
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(event -> model.closeOverlays());
        handle.getStyleClass().add("list-handle");
        handle.setCursor(Cursor.H_RESIZE);
        handle.setFocusTraversable(true);
        handle.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        handle.addEventHandler(KeyEvent.KEY_PRESSED, this::resizedByKey);
        getChildren().addAll(content, scrim, list, handle, inspector);
        follow();
    }

    private void follow() {
        list.visibleProperty().bind(model.listShown);
        handle.visibleProperty().bind(model.listShown.and(model.listOverlays.not()));
        inspector.visibleProperty().bind(model.inspectorShown);
        scrim.visibleProperty().bind(model.overlaid);
        model.listShown.addListener(change -> requestLayout());
        model.inspectorShown.addListener(change -> requestLayout());
        model.listWidth.addListener(change -> requestLayout());
        scale.addListener(change -> measure());
        widthProperty().addListener(change -> measure());
    }

    private void measure() {
        model.width.set((getWidth() + rail()) / scale.get());
        requestLayout();
    }

    private double rail() {
        return getParent() == null ? 0 : getParent().getLayoutBounds().getWidth() - getWidth();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double listWidth = snapSizeX(Math.min(model.listWidth.get() * scale.get(), width * 0.9));
        double besideLeft = beside(list, model.listOverlays.get(), listWidth);
        double inspectorWidth =
                snapSizeX(Math.min(ShellModel.INSPECTOR_WIDTH * scale.get(), width * 0.9));
        double besideRight = beside(inspector, model.inspectorOverlays.get(), inspectorWidth);
        place(list, 0, listWidth, height);
        place(handle, listWidth - HANDLE / 2, HANDLE, height);
        place(content, besideLeft, width - besideLeft - besideRight, height);
        place(scrim, 0, width, height);
        place(inspector, width - inspectorWidth, inspectorWidth, height);
    }

    private static double beside(Node pane, boolean overlays, double width) {
        return pane.isVisible() && !overlays ? width : 0;
    }

    private static void place(Region pane, double x, double width, double height) {
        pane.resizeRelocate(x, 0, Math.max(0, width), height);
    }

    private void dragged(MouseEvent event) {
        model.resizeList(sceneToLocal(event.getSceneX(), event.getSceneY()).getX() / scale.get());
        event.consume();
    }

    private void resizedByKey(KeyEvent event) {
        double step =
                event.getCode() == KeyCode.LEFT
                        ? -KEY_STEP
                        : event.getCode() == KeyCode.RIGHT ? KEY_STEP : 0;
        if (step != 0) {
            model.resizeList(model.listWidth.get() + step);
            event.consume();
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        return WindowState.MIN_LIST_WIDTH;
    }

    private static StackPane pane(String styleClass) {
        StackPane pane = new StackPane();
        pane.getStyleClass().add(styleClass);
        return pane;
    }
}
