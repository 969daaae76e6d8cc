package app.prosa.desktop.hub;

import io.nayuki.qrcodegen.QrCode;
import java.net.URI;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/**
 * An address as a QR code (ISO/IEC 18004): dark on light whatever the theme, as not every camera
 * reads it the other way round.
 */
public final class QrPicture extends StackPane {
    /** Whole pixels, so that the edges are sharp. */
    private static final int MODULE = 4;

    /** The dark modules: a surface in their shape. */
    private final Region dark = new Region();

    public QrPicture() {
        getStyleClass().add("qr");
        dark.getStyleClass().add("qr-dark");
        dark.setScaleShape(false);
        dark.setCenterShape(false);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        // The margin that the standard asks for, four modules on each side, is the padding.
        setPadding(new Insets(4.0 * MODULE));
        setMinSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(dark);
    }

    /**
     * @param name what it is, for those who do not see it
     */
    public void show(URI address, String name) {
        QrCode code = QrCode.encodeText(address.toString(), QrCode.Ecc.MEDIUM);
        SVGPath modules = new SVGPath();
        modules.setContent(path(code));
        dark.setShape(modules);
        double side = (double) code.size * MODULE;
        dark.setMinSize(side, side);
        dark.setMaxSize(side, side);
        setAccessibleText(name);
    }

    private static String path(QrCode code) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x * MODULE).append(' ').append(y * MODULE);
                    path.append('h').append(MODULE).append('v').append(MODULE);
                    path.append('h').append(-MODULE).append('z');
                }
            }
        }
        return path.toString();
    }
}
