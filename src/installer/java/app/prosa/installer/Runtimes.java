package app.prosa.installer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Java cut to what the program needs, with JavaFX in it. JavaFX comes as jars with its native
 * libraries inside, which it would unpack into the home of whoever starts it; as jmods they lie
 * where the JVM looks for its own.
 *
 * @param work a folder for what lies between
 */
record Runtimes(Path work) {
    private static final Pattern JAR = Pattern.compile("(javafx)-([a-z]+)-.*\\.jar");
    private static final Pattern NATIVE = Pattern.compile("[^/]+\\.(so|dylib|dll)");

    /**
     * @param javafx the folder with JavaFX's jars
     * @param options what jlink is told
     */
    void link(Path javafx, Arguments options, Path target) throws IOException {
        Path modules = Folders.fresh(work.resolve("jmods"));
        try (Stream<Path> jars = Files.list(javafx)) {
            for (Path jar : jars.toList()) {
                pack(jar, modules);
            }
        }
        Folders.delete(target);
        List<String> line = new ArrayList<>(options.words());
        line.addAll(List.of("--module-path", modules.toString(), "--output", target.toString()));
        Tool.jdk("jlink", line);
        keepJavaAlone(target.resolve("bin"));
    }

    /**
     * Of the programs that come with the modules nobody needs any but java. On Windows its
     * libraries lie there too.
     */
    private static void keepJavaAlone(Path bin) throws IOException {
        try (Stream<Path> files = Files.list(bin)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                boolean program = !name.contains(".") || name.endsWith(".exe");
                if (program && !name.startsWith("java")) {
                    Files.delete(file);
                }
            }
        }
    }

    private void pack(Path jar, Path modules) throws IOException {
        Matcher name = JAR.matcher(jar.getFileName().toString());
        if (!name.matches()) {
            return;
        }
        String module = name.group(1) + "." + name.group(2);
        Path classes = Folders.fresh(work.resolve(module).resolve("classes"));
        Path natives = Folders.fresh(work.resolve(module).resolve("natives"));
        unpack(jar, classes, natives);
        Tool.jdk(
                "jmod",
                List.of(
                        "create",
                        "--class-path",
                        classes.toString(),
                        "--libs",
                        natives.toString(),
                        modules.resolve(module + ".jmod").toString()));
    }

    private static void unpack(Path jar, Path classes, Path natives) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(e -> !e.isDirectory()).toList()) {
                String name = entry.getName();
                if (name.startsWith("META-INF/")) {
                    continue;
                }
                Path folder = NATIVE.matcher(name).matches() ? natives : classes;
                Path target = folder.resolve(name);
                Files.createDirectories(target.getParent());
                try (InputStream in = file.getInputStream(entry)) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
