package app.prosa.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs started with the flags of the packaged program; without a display, headless. */
final class Java {
    static final Path FOLDER = Path.of("target/prosa").toAbsolutePath();

    private Java() {}

    static ProcessBuilder command(String... args) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(home(), "bin", "java").toString());
        line.add("@" + FOLDER.resolve("lib/java.options"));
        line.add("--module-path");
        line.add(FOLDER.resolve("lib/javafx").toString());
        line.addAll(platform());
        line.addAll(List.of(args));
        return new ProcessBuilder(line);
    }

    static String home() {
        return System.getProperty("java.home");
    }

    /** What the toolkit needs where there is no screen; nothing where there is one. */
    static List<String> platform() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean screen =
                System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return linux && !screen
                ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw")
                : List.of();
    }
}
