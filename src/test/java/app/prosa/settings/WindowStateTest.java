package app.prosa.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import app.prosa.settings.Settings.Density;
import app.prosa.settings.Settings.Theme;
import app.prosa.settings.WindowState.Bounds;
import app.prosa.settings.WindowState.Look;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateTest {
    private static final WindowState FULL =
            new WindowState(
                    new Bounds(-1200, 30.5, 1440, 900),
                    true,
                    312.5,
                    false,
                    true,
                    "0197c3a0-0000-7000-8000-000000000001",
                    new Look(Theme.DARK, Language.PORTUGUESE, 125, Density.COMPACT, true));

    @TempDir Path directory;

    @Test
    void what_is_saved_is_loaded() throws IOException {
        FULL.save(directory);
        assertEquals(FULL, WindowState.load(directory));
        WindowState.DEFAULT.save(directory);
        assertEquals(WindowState.DEFAULT, WindowState.load(directory));
    }

    @Test
    void no_file_means_the_defaults() {
        assertEquals(WindowState.DEFAULT, WindowState.load(directory));
        assertEquals(WindowState.DEFAULT, WindowState.load(directory.resolve("nowhere")));
    }

    @Test
    void each_bad_value_falls_back_alone() throws IOException {
        FULL.save(directory);
        String good = Files.readString(file());
        Files.writeString(
                file(),
                good.replace("listWidth=312.5", "listWidth=9")
                        .replace("zoom=125", "zoom=NaN")
                        .replace("theme=DARK", "theme=dim")
                        .replace("maximized=true", "maximized=perhaps"));
        assertEquals(
                new WindowState(
                        FULL.bounds(),
                        false,
                        260,
                        false,
                        true,
                        FULL.conversation(),
                        new Look(Theme.SYSTEM, Language.PORTUGUESE, 100, Density.COMPACT, true)),
                WindowState.load(directory));
    }

    @Test
    void bounds_are_whole_or_none() throws IOException {
        for (String bad : new String[] {"", "NaN", "Infinity", "1e300", "-1", "wide"}) {
            FULL.save(directory);
            String good = Files.readString(file());
            Files.writeString(file(), good.replace("width=1440.0", "width=" + bad));
            assertNull(WindowState.load(directory).bounds(), bad);
        }
    }

    @Test
    void the_look_follows_the_settings() {
        assertEquals(
                new Look(Theme.DARK, Language.PORTUGUESE, 125, Density.COMPACT, true),
                WindowState.DEFAULT.showing(SettingsFileTest.FULL).look());
    }

    @Test
    void no_damage_throws() throws IOException {
        FULL.save(directory);
        byte[] good = Files.readAllBytes(file());
        var random = new Random(1);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int flips = random.nextInt(6); flips > 0 && damaged.length > 0; flips--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Files.write(file(), damaged);
            WindowState.load(directory);
        }
        Files.writeString(file(), "theme=DARK\nx=\\u12");
        WindowState.load(directory);
    }

    /** With our classes alone on the class path: no Jackson, no logging. */
    @Test
    void it_loads_with_nothing_but_the_jdk() throws IOException, ReflectiveOperationException {
        FULL.save(directory);
        URL ours = WindowState.class.getProtectionDomain().getCodeSource().getLocation();
        var parent = ClassLoader.getPlatformClassLoader();
        try (var loader = new URLClassLoader(new URL[] {ours}, parent)) {
            Class<?> alone = loader.loadClass(WindowState.class.getName());
            assertNotSame(WindowState.class, alone);
            Object state = alone.getMethod("load", Path.class).invoke(null, directory);
            assertEquals(FULL.toString(), state.toString());
        }
    }

    private Path file() {
        return directory.resolve("window.properties");
    }
}
