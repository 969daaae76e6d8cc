package app.prosa.settings;

import app.prosa.settings.Settings.Appearance;
import app.prosa.settings.Settings.Density;
import app.prosa.settings.Settings.Theme;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the first painted frame needs, in {@code window.properties}. It is apart from {@code
 * settings.json} because that needs Jackson, whose first use costs more than the first frame may
 * take, and because it changes with every drag of the window and is worth nothing to anybody else.
 * Theme, language, zoom, density and reduced motion are copies: the settings decide, and correct
 * them as soon as they have been read.
 *
 * @param bounds null if the window was never shown
 * @param listWidth of the conversation list, 200 to 500
 * @param conversation the id of the conversation that was open, or null
 */
public record WindowState(
        @Nullable Bounds bounds,
        boolean maximized,
        double listWidth,
        boolean listShown,
        boolean inspectorShown,
        @Nullable String conversation,
        Look look) {

    public static final double MIN_LIST_WIDTH = 200;
    public static final double MAX_LIST_WIDTH = 500;
    public static final WindowState DEFAULT =
            new WindowState(null, false, 260, true, false, null, Look.DEFAULT);

    private static final String NAME = "window.properties";

    /**
     * Where the window was when it was not maximized, in pixels of the whole desktop. Whether there
     * is still a screen is for the window to see.
     */
    public record Bounds(double x, double y, double width, double height) {}

    /** The part of the settings that the first frame shows. */
    public record Look(
            Theme theme, Language language, int zoom, Density density, boolean reducedMotion) {
        static final Look DEFAULT = of(Settings.DEFAULT);

        public static Look of(Settings settings) {
            Appearance appearance = settings.appearance();
            return new Look(
                    appearance.theme(),
                    settings.general().language(),
                    appearance.zoom(),
                    appearance.density(),
                    appearance.reducedMotion());
        }
    }

    /** A file that is not there, or holds junk, is no error: each bad value has its default. */
    public static WindowState load(Path directory) {
        var properties = new Properties();
        Path file = directory.resolve(NAME);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                // Where a window stood is not worth a word to anybody; what was read so far counts.
            }
        }
        return new WindowProperties(properties).read();
    }

    /**
     * @throws IOException if it could not be written; the file is as it was then
     */
    public void save(Path directory) throws IOException {
        var properties = new Properties();
        new WindowProperties(properties).write(this);
        var bytes = new ByteArrayOutputStream();
        properties.store(bytes, null);
        AtomicFile.write(directory.resolve(NAME), bytes.toByteArray());
    }

    /** The same window with the look of these settings. */
    public WindowState showing(Settings settings) {
        return new WindowState(
                bounds,
                maximized,
                listWidth,
                listShown,
                inspectorShown,
                conversation,
                Look.of(settings));
    }
}
