package app.prosa.desktop.shell;

import app.prosa.settings.Settings.Theme;
import app.prosa.settings.WindowState.Look;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** Makes a scene look as the operator chose. */
final class SceneLook {
    private static final double BODY = 14;

    /** What the first frame needs; the rest comes after it. */
    private static final List<String> FIRST = List.of("tokens", "app", "shell");

    private static final List<String> PAGES = List.of("chat", "transcript", "settings");

    private SceneLook() {}

    static void addStylesheets(Scene scene) {
        FIRST.forEach(name -> add(scene, name));
    }

    static void addStylesheetsOfPages(Scene scene) {
        PAGES.forEach(name -> add(scene, name));
    }

    private static void add(Scene scene, String name) {
        String path = "/css/" + name + ".css";
        URL file = Objects.requireNonNull(SceneLook.class.getResource(path), path);
        scene.getStylesheets().add(file.toExternalForm());
    }

    static void apply(Scene scene, Look look) {
        Scene.Preferences preferences = scene.getPreferences();
        // Null is "as the system has it", for both.
        preferences.setColorScheme(scheme(look.theme()));
        preferences.setReducedMotion(look.reducedMotion() ? Boolean.TRUE : null);
        Parent root = scene.getRoot();
        root.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.2fpx", BODY * scale(look)));
        String density = look.density().name().toLowerCase(Locale.ROOT);
        root.getStyleClass().removeAll("cosy", "compact");
        root.getStyleClass().add(density);
    }

    static double scale(Look look) {
        return look.zoom() / 100.0;
    }

    private static @Nullable ColorScheme scheme(Theme theme) {
        return switch (theme) {
            case SYSTEM -> null;
            case LIGHT -> ColorScheme.LIGHT;
            case DARK -> ColorScheme.DARK;
        };
    }
}
