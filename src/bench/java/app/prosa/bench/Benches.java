package app.prosa.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs the benchmarks, each in a JVM of its own so that none warms another up. */
public final class Benches {
    private static final String SUFFIX = "Bench";

    private Benches() {}

    /**
     * @param args the name of one benchmark, with or without {@code Bench}; without any, all run
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        String wanted = String.join("", args).strip();
        List<String> chosen = all().stream().filter(name -> matches(name, wanted)).toList();
        if (chosen.isEmpty()) {
            System.err.println(
                    "There is no such benchmark; there are: " + String.join(", ", all()));
            System.exit(2);
        }
        for (String name : chosen) {
            System.out.printf("%n== %s%n", name);
            Machine.printLoad("before");
            if (run(name) != 0) {
                System.exit(1);
            }
            Machine.printLoad("after");
        }
    }

    private static boolean matches(String name, String wanted) {
        return wanted.isEmpty() || name.equals(wanted) || name.equals(wanted + SUFFIX);
    }

    private static int run(String name) throws IOException, InterruptedException {
        String main = Benches.class.getPackageName() + "." + name;
        return Java.of(main, List.of()).inheritIO().start().waitFor();
    }

    private static List<String> all() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(SUFFIX + ".class"))
                    .map(file -> file.substring(0, file.length() - ".class".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        String inside = Benches.class.getPackageName().replace('.', '/');
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry, inside))
                .filter(Files::isDirectory)
                .filter(folder -> Files.exists(folder.resolve("Benches.class")))
                .findFirst()
                .orElseThrow();
    }
}
