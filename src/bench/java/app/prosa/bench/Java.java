package app.prosa.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs started with the flags of the packaged program; without a display, headless. */
final class Java {
    static final Path FOLDER = Path.of("target/prosa").toAbsolutePath();

    /**
     * The packaged program first, as it starts by itself: a class is found before the hundred jars
     * of the build are searched, which only our own tools need.
     */
    private static final String PATH =
            String.join(
                    File.pathSeparator,
                    FOLDER.resolve("lib/prosa.jar").toString(),
                    Path.of("target/test-classes").toAbsolutePath().toString(),
                    System.getProperty("java.class.path"));

    private Java() {}

    static ProcessBuilder of(Class<?> main, List<String> flags, String... args) {
        return of(main.getName(), flags, args);
    }

    /** A program with the flags of the packaged one and whatever was said to this one. */
    static ProcessBuilder of(String main, List<String> flags, String... args) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(home(), "bin", "java").toString());
        line.add("@" + FOLDER.resolve("lib/java.options"));
        line.add("--module-path");
        line.add(FOLDER.resolve("lib/javafx").toString());
        line.addAll(platform());
        line.addAll(Options.jvm());
        line.addAll(Options.said());
        line.addAll(flags);
        line.addAll(List.of("-cp", PATH, main));
        line.addAll(List.of(args));
        return new ProcessBuilder(line);
    }

    /** A server with the flags of the hub. */
    static ProcessBuilder server(Class<?> main, String... args) {
        return of(main, List.of("@" + FOLDER.resolve("lib/hub.options")), args);
    }

    /** The packaged program, through its launcher. */
    static ProcessBuilder prosa(Path data, List<String> flags) {
        boolean windows = File.separatorChar == '\\';
        List<String> line = new ArrayList<>(windows ? List.of("cmd", "/c") : List.of());
        line.add(FOLDER.resolve(windows ? "bin/prosa.cmd" : "bin/prosa").toString());
        List<String> options = new ArrayList<>(platform());
        options.addAll(Options.jvm());
        options.addAll(flags);
        ProcessBuilder builder = new ProcessBuilder(line);
        builder.environment().put("JAVA_HOME", home());
        builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options));
        builder.environment().put("PROSA_DATA_DIR", data.toString());
        return builder;
    }

    /** A window on this JDK as it comes, with no flag but those that JavaFX needs. */
    static ProcessBuilder plain(Class<?> main, String... flags) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(home(), "bin", "java").toString());
        line.addAll(List.of("--module-path", FOLDER.resolve("lib/javafx").toString()));
        line.addAll(List.of("--add-modules", "javafx.controls"));
        line.add("--enable-native-access=javafx.graphics");
        line.addAll(platform());
        line.addAll(List.of(flags));
        line.addAll(List.of("-cp", PATH, main.getName()));
        return new ProcessBuilder(line);
    }

    /** A program that brings its own Java, as its shortcut starts it. */
    static ProcessBuilder installed(Path command, Path data) {
        List<String> options = new ArrayList<>(platform());
        options.addAll(Options.jvm());
        options.add(Reported.ASKED);
        ProcessBuilder builder = new ProcessBuilder(command.toString());
        builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options));
        builder.environment().put("PROSA_DATA_DIR", data.toString());
        return builder;
    }

    private static String home() {
        return System.getProperty("java.home");
    }

    /** What the toolkit needs where there is no screen; nothing where there is one. */
    private static List<String> platform() {
        boolean linux = System.getProperty("os.name").equals("Linux");
        boolean screen =
                System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
        return linux && !screen
                ? List.of("-Dglass.platform=Headless", "-Dprism.order=sw")
                : List.of();
    }
}
