package app.prosa.installer;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The program with its own Java, as it will lie on somebody's computer.
 *
 * @param root the folder with all of it
 * @param lib the jars, the flags of the JVM and the AOT cache
 * @param runtime the Java home
 */
record Image(Path root, Path lib, Path runtime) {
    static final String CACHE = "prosa.aot";

    /** The order counts: the JVM takes the cache for the class path that it was made with only. */
    static final List<String> JARS = List.of("prosa.jar", "training.jar");

    Path java() {
        boolean windows = File.separatorChar == '\\';
        return runtime.resolve("bin").resolve(windows ? "java.exe" : "java");
    }

    Path cache() {
        return lib.resolve(CACHE);
    }

    String classPath() {
        return JARS.stream()
                .map(jar -> lib.resolve(jar).toString())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
