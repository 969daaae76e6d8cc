package app.prosa.desktop;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;

/**
 * The pictures on buttons: lines on a grid of 24, drawn for Prosa. An icon font would cost a font
 * and a service lookup before the first paint; a path costs nothing.
 */
public enum Icon {
    ALERT("M12 4 L21.5 20 H2.5 Z M12 10 V14.5 M12 17.2 V17.4"),
    ARROW_DOWN("M12 5 V19 M6 13 L12 19 L18 13"),
    ARROW_UP("M12 19 V5 M6 11 L12 5 L18 11"),
    BOOK("M4 5 Q8 3.5 12 6 Q16 3.5 20 5 V19 Q16 17.5 12 20 Q8 17.5 4 19 Z M12 6 V20"),
    BRANCH("M7 4 V20 M7 14 Q7 10 12 10 H14 Q17 10 17 7 V4"),
    CAMERA(
            "M7 4.5 H17 Q19.5 4.5 19.5 7 V17 Q19.5 19.5 17 19.5 H7 Q4.5 19.5 4.5 17 V7 Q4.5 4.5 7 4.5 Z M8"
                    + " 12 A4 4 0 1 1 16 12 A4 4 0 1 1 8 12 Z M16.6 7.4 H16.8"),
    CHAT("M5 5 H19 Q21 5 21 7 V15 Q21 17 19 17 H11 L6.5 20.5 V17 H5 Q3 17 3 15 V7 Q3 5 5 5 Z"),
    CHECK("M5 12.5 L10 17.5 L19.5 7"),
    CHEVRON_DOWN("M6 9.5 L12 15.5 L18 9.5"),
    CHEVRON_UP("M6 14.5 L12 8.5 L18 14.5"),
    CHEVRON_LEFT("M14.5 6 L8.5 12 L14.5 18"),
    CHEVRON_RIGHT("M9.5 6 L15.5 12 L9.5 18"),
    CLOSE("M6 6 L18 18 M18 6 L6 18"),
    CODE("M8.5 7 L3.5 12 L8.5 17 M15.5 7 L20.5 12 L15.5 17"),
    COPY(
            "M10.5 9 H18.5 Q20 9 20 10.5 V18.5 Q20 20 18.5 20 H10.5 Q9 20 9 18.5 V10.5 Q9 9 10.5 9 Z"
                    + " M5.5 15 Q4 15 4 13.5 V5.5 Q4 4 5.5 4 H13.5 Q15 4 15 5.5"),
    DATABASE(
            "M4 6 A8 2.8 0 1 1 20 6 A8 2.8 0 1 1 4 6 Z M4 6 V18 A8 2.8 0 0 0 20 18 V6 M4 12 A8 2.8 0 0"
                    + " 0 20 12"),
    EDIT("M4 20 L5 15.5 L16 4.5 L19.5 8 L8.5 19 Z M13.5 7 L17 10.5"),
    EXTERNAL("M13 5 H19 V11 M19 5 L11 13 M17 14.5 V19 H5 V7 H9.5"),
    EYE(
            "M2.5 12 Q7 5.5 12 5.5 Q17 5.5 21.5 12 Q17 18.5 12 18.5 Q7 18.5 2.5 12 Z M9 12 A3 3 0 1 1 15"
                    + " 12 A3 3 0 1 1 9 12 Z"),
    EYE_OFF(
            "M2.5 12 Q7 5.5 12 5.5 Q17 5.5 21.5 12 Q17 18.5 12 18.5 Q7 18.5 2.5 12 Z M9 12 A3 3 0 1 1"
                    + " 15 12 A3 3 0 1 1 9 12 Z M4 4 L20 20"),
    FILE("M7 3.5 H14 L18.5 8 V20.5 H5.5 V5 Q5.5 3.5 7 3.5 Z M14 3.5 V8 H18.5"),
    FOLDER(
            "M3.5 6 Q3.5 5 4.5 5 H9.5 L11.5 7.5 H19.5 Q20.5 7.5 20.5 8.5 V18 Q20.5 19 19.5 19 H4.5 Q3.5"
                    + " 19 3.5 18 Z"),
    GLOBE(
            "M3.5 12 A8.5 8.5 0 1 1 20.5 12 A8.5 8.5 0 1 1 3.5 12 Z M3.5 12 H20.5 M12 3.5 Q7.5 8 7.5 12"
                    + " Q7.5 16 12 20.5 M12 3.5 Q16.5 8 16.5 12 Q16.5 16 12 20.5"),
    IMAGE(
            "M5 4.5 H19 Q20 4.5 20 5.5 V18.5 Q20 19.5 19 19.5 H5 Q4 19.5 4 18.5 V5.5 Q4 4.5 5 4.5 Z M4"
                    + " 17 L9.5 11.5 L15 17 L17 15 L20 18 M14.5 8.5 A1.3 1.3 0 1 1 17.1 8.5 A1.3 1.3 0 1"
                    + " 1 14.5 8.5 Z"),
    INFO("M3.5 12 A8.5 8.5 0 1 1 20.5 12 A8.5 8.5 0 1 1 3.5 12 Z M12 11 V16.5 M12 7.6 V7.8"),
    KEY("M4 16 A4 4 0 1 1 12 16 A4 4 0 1 1 4 16 Z M11 13.2 L19.5 4.5 M16 8 L19 11"),
    KEYBOARD(
            "M4 6 H20 Q21 6 21 7 V17 Q21 18 20 18 H4 Q3 18 3 17 V7 Q3 6 4 6 Z M7 10 H7.2 M11 10 H11.2 M15"
                    + " 10 H15.2 M8 14.5 H16"),
    LETTER_F("M16 4.5 H14.5 Q11.5 4.5 11.5 7.5 V20 M8 11.5 H15"),
    LIST("M4 5 H20 Q21 5 21 6 V18 Q21 19 20 19 H4 Q3 19 3 18 V6 Q3 5 4 5 Z M9.5 5 V19"),
    LOCK(
            "M6.5 10.5 H17.5 Q18.5 10.5 18.5 11.5 V19 Q18.5 20 17.5 20 H6.5 Q5.5 20 5.5 19 V11.5 Q5.5"
                    + " 10.5 6.5 10.5 Z M8.5 10.5 V7.5 Q8.5 4 12 4 Q15.5 4 15.5 7.5 V10.5"),
    MODEL(
            "M8 6.5 H16 Q17.5 6.5 17.5 8 V16 Q17.5 17.5 16 17.5 H8 Q6.5 17.5 6.5 16 V8 Q6.5 6.5 8 6.5 Z"
                    + " M9.5 3 V6.5 M14.5 3 V6.5 M9.5 17.5 V21 M14.5 17.5 V21 M3 9.5 H6.5 M3 14.5 H6.5"
                    + " M17.5 9.5 H21 M17.5 14.5 H21"),
    MOON("M19.5 14.5 A8 8 0 1 1 9.5 4.5 A6.5 6.5 0 0 0 19.5 14.5 Z"),
    MORE("M5 12 H5.2 M12 12 H12.2 M19 12 H19.2"),
    NEW_CHAT(
            "M12 4.5 H6 Q4 4.5 4 6.5 V18 Q4 20 6 20 H17.5 Q19.5 20 19.5 18 V12 M10 14 L10.5 11 L18"
                    + " 3.5 L20.5 6 L13 13.5 Z"),
    PANEL_RIGHT("M4 5 H20 Q21 5 21 6 V18 Q21 19 20 19 H4 Q3 19 3 18 V6 Q3 5 4 5 Z M14.5 5 V19"),
    PAPERCLIP(
            "M19.5 11 L12 18.5 Q9 21.5 6 18.5 Q3.5 15.5 6 12.5 L13.5 5 Q15.5 3 17.7 5 Q19.5 7 17.5 9"
                    + " L10.5 16 Q9.5 17 8.5 16 Q7.6 15 8.6 14 L14.5 8"),
    PAUSE("M9 5 V19 M15 5 V19"),
    PHONE(
            "M6 4 H9.5 L11 8.5 L9 10 Q10.5 13.5 14 15 L15.5 13 L20 14.5 V18 Q20 20 18 20 Q12 19.5 8.2 15.8 Q4.5"
                    + " 12 4 6 Q4 4 6 4 Z"),
    PIN("M9 3.5 H15 L14 10 Q17.5 12 17.5 15 H6.5 Q6.5 12 10 10 Z M12 15 V21"),
    PLANE("M3.5 11.5 L20.5 4 L15.5 20 L10.5 14 Z M10.5 14 L20.5 4"),
    PLUS("M12 5 V19 M5 12 H19"),
    QUOTE("M4 7 H10 V12 Q10 16.5 5.5 17.5 M14 7 H20 V12 Q20 16.5 15.5 17.5"),
    REFRESH("M19.5 12 A7.5 7.5 0 1 1 17 6.4 M19.5 3.5 V8 H15"),
    RESTORE("M4.5 12 A7.5 7.5 0 1 0 7 6.4 M4.5 3.5 V8 H9"),
    SEARCH("M4.5 10.5 A6 6 0 1 1 16.5 10.5 A6 6 0 1 1 4.5 10.5 Z M15 15 L20 20"),
    SETTINGS(
            "M4 7 H11 M16 7 H20 M4 17 H8 M13 17 H20 M11 7 A2.5 2.5 0 1 1 16 7 A2.5 2.5 0 1 1 11 7 Z M8"
                    + " 17 A2.5 2.5 0 1 1 13 17 A2.5 2.5 0 1 1 8 17 Z"),
    STOP(
            "M7.5 6.5 H16.5 Q17.5 6.5 17.5 7.5 V16.5 Q17.5 17.5 16.5 17.5 H7.5 Q6.5 17.5 6.5 16.5 V7.5 Q6.5"
                    + " 6.5 7.5 6.5 Z"),
    SUN(
            "M8 12 A4 4 0 1 1 16 12 A4 4 0 1 1 8 12 Z M12 2.5 V4.5 M12 19.5 V21.5 M2.5 12 H4.5 M19.5 12"
                    + " H21.5 M5.3 5.3 L6.7 6.7 M17.3 17.3 L18.7 18.7 M5.3 18.7 L6.7 17.3 M17.3 6.7 L18.7 5.3"),
    TRASH("M4 6.5 H20 M9 6.5 V4 H15 V6.5 M6 6.5 L7 20 H17 L18 6.5 M10 10.5 V16 M14 10.5 V16"),
    USER("M8 8 A4 4 0 1 1 16 8 A4 4 0 1 1 8 8 Z M4 20.5 Q4.5 14.5 12 14.5 Q19.5 14.5 20 20.5"),
    WRAP("M4 6 H20 M4 12 H17 Q20 12 20 15 Q20 18 17 18 H12 M15 15 L12 18 L15 21 M4 18 H7");

    private static final double GRID = 24;

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** The icon at the size of the text around it; with style class {@code small}, of 14 px. */
    public Node node() {
        return new Drawing(path);
    }

    public Node small() {
        Node node = node();
        node.getStyleClass().add("small");
        return node;
    }

    /** Scales the path to the size that CSS gives, so that icons follow the zoom. */
    private static final class Drawing extends Region {
        private final SVGPath line = new SVGPath();

        Drawing(String path) {
            line.setContent(path);
            line.setStrokeWidth(1.75);
            line.setStrokeLineCap(StrokeLineCap.ROUND);
            line.setStrokeLineJoin(StrokeLineJoin.ROUND);
            line.getStyleClass().add("icon-line");
            line.setManaged(false);
            getStyleClass().add("icon");
            getChildren().add(line);
            setMouseTransparent(true);
        }

        @Override
        protected void layoutChildren() {
            double scale = getWidth() / GRID;
            line.setScaleX(scale);
            line.setScaleY(scale);
            // Scaling is about the middle of the path's own bounds, which differ from icon to icon.
            double midX = line.getLayoutBounds().getCenterX();
            double midY = line.getLayoutBounds().getCenterY();
            line.setTranslateX(midX * scale - midX);
            line.setTranslateY(midY * scale - midY);
        }
    }
}
