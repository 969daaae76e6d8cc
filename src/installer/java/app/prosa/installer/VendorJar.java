package app.prosa.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The one library that is cut: openai-java has 75 MB for all that its server can do, of which a
 * chat needs 2. A step of its own, so that the tests of the models run on the very jar that is
 * shipped.
 */
public final class VendorJar {
    static final String NAME = "openai-java-core-";
    private static final String PACKAGE = "com/openai/";

    private VendorJar() {}

    /**
     * @param args the folder with the jars, and where the cut one shall be
     */
    public static void main(String[] args) throws IOException {
        Path lib = Path.of(args[0]);
        Path target = Path.of(args[1]);
        Path whole = find(lib);
        new JarCut(PACKAGE).copy(lib.resolve("prosa.jar"), whole, target);
        System.out.printf(
                "%s: %.1f MB cut to %.1f%n",
                whole.getFileName(), Files.size(whole) / 1e6, Files.size(target) / 1e6);
    }

    private static Path find(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith(NAME))
                    .findFirst()
                    .orElseThrow(() -> new Failure("No " + NAME + " in " + lib));
        }
    }
}
