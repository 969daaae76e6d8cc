package app.prosa.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What something became before, to the character. After a change that is meant, run the test with
 * {@code -Dprosa.golden.write=true}, which writes the files anew; read their diff.
 */
public final class GoldenFile {
    private static final Path ROOT = Path.of("src/test/resources");

    private GoldenFile() {}

    /**
     * @param name below {@code src/test/resources}
     */
    public static void check(String name, String now) {
        Path file = ROOT.resolve(name);
        try {
            if (Boolean.getBoolean("prosa.golden.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, now);
            }
            String before = Files.exists(file) ? Files.readString(file, UTF_8) : "";
            assertEquals(before, now, () -> name + " is not what it was; see GoldenFile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder, by name. */
    public static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String read(String name) {
        try {
            return Files.readString(ROOT.resolve(name), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
