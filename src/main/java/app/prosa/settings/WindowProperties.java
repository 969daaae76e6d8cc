package app.prosa.settings;

import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.Density;
import app.prosa.settings.Settings.Theme;
import app.prosa.settings.WindowState.Bounds;
import app.prosa.settings.WindowState.Look;
import java.util.Properties;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** The window's state as names and values; every value that makes no sense is its default. */
final class WindowProperties {
    private static final double FARTHEST = 100_000;

    private final Properties properties;

    WindowProperties(Properties properties) {
        this.properties = properties;
    }

    WindowState read() {
        WindowState or = WindowState.DEFAULT;
        return new WindowState(
                bounds(),
                is("maximized", or.maximized()),
                number("listWidth", WindowProperties::isListWidth, or.listWidth()),
                is("listShown", or.listShown()),
                is("inspectorShown", or.inspectorShown()),
                text("conversation"),
                look());
    }

    void write(WindowState state) {
        Bounds bounds = state.bounds();
        if (bounds != null) {
            put("x", bounds.x());
            put("y", bounds.y());
            put("width", bounds.width());
            put("height", bounds.height());
        }
        put("maximized", state.maximized());
        put("listWidth", state.listWidth());
        put("listShown", state.listShown());
        put("inspectorShown", state.inspectorShown());
        if (state.conversation() != null) {
            put("conversation", state.conversation());
        }
        write(state.look());
    }

    private void write(Look look) {
        put("theme", look.theme());
        put("language", look.language());
        put("zoom", look.zoom());
        put("density", look.density());
        put("reducedMotion", look.reducedMotion());
    }

    private Look look() {
        Look or = Look.DEFAULT;
        return new Look(
                one("theme", Theme.values(), or.theme()),
                one("language", Language.values(), or.language()),
                (int) number("zoom", WindowProperties::isZoom, or.zoom()),
                one("density", Density.values(), or.density()),
                is("reducedMotion", or.reducedMotion()));
    }

    /** Three good numbers and a bad one are no place. */
    private @Nullable Bounds bounds() {
        var bounds =
                new Bounds(
                        number("x", WindowProperties::isNear, Double.NaN),
                        number("y", WindowProperties::isNear, Double.NaN),
                        number("width", WindowProperties::isSize, Double.NaN),
                        number("height", WindowProperties::isSize, Double.NaN));
        double sum = bounds.x() + bounds.y() + bounds.width() + bounds.height();
        return Double.isNaN(sum) ? null : bounds;
    }

    private static boolean isNear(double value) {
        return Math.abs(value) <= FARTHEST;
    }

    private static boolean isSize(double value) {
        return value >= 1 && value <= FARTHEST;
    }

    private static boolean isListWidth(double value) {
        return value >= WindowState.MIN_LIST_WIDTH && value <= WindowState.MAX_LIST_WIDTH;
    }

    private static boolean isZoom(double value) {
        return value >= Appearance.MIN_ZOOM && value <= Appearance.MAX_ZOOM;
    }

    private @Nullable String text(String name) {
        String value = properties.getProperty(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private double number(String name, DoublePredicate good, double fallback) {
        try {
            double value = Double.parseDouble(properties.getProperty(name, ""));
            return good.test(value) ? value : fallback;
        } catch (NumberFormatException e) {
            return fallback;
        }
    }

    private boolean is(String name, boolean fallback) {
        return switch (properties.getProperty(name, "").strip()) {
            case "true" -> true;
            case "false" -> false;
            default -> fallback;
        };
    }

    private <E extends Enum<E>> E one(String name, E[] all, E fallback) {
        String value = properties.getProperty(name, "").strip();
        for (E constant : all) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        return fallback;
    }

    private void put(String name, Object value) {
        properties.setProperty(name, String.valueOf(value));
    }
}
