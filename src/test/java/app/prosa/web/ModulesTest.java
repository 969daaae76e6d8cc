package app.prosa.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tests of the page's modules, by Node's own test runner. By hand: {@code node --test
 * src/test/web/*.test.js}.
 */
class ModulesTest {
    private static final int OLDEST_NODE = 20;
    private static final Path TESTS = Path.of("src/test/web");

    @TempDir Path copy;

    @TestFactory
    Stream<DynamicTest> the_modules_pass() throws Exception {
        assumeTrue(nodeVersion() >= OLDEST_NODE, "Skipped: no Node 20 or newer on this machine");
        for (Path folder : List.of(TESTS, FakeFiles.WEB, Path.of("css"))) {
            copy(folder);
        }
        // Says what no older Node guesses: that these are modules.
        Files.writeString(copy.resolve("package.json"), "{\"type\":\"module\"}");
        return files(TESTS)
                .filter(file -> file.toString().endsWith(".test.js"))
                .map(file ->
                        DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(file)));
    }

    private void run(Path test) throws IOException, InterruptedException {
        Result result = node(copy, "--test", copy.resolve(test).toString());
        assertEquals(0, result.code(), result.output());
    }

    private int nodeVersion() throws IOException, InterruptedException {
        try {
            String version = node(copy, "--version").output().strip();
            return Integer.parseInt(version.substring(1, version.indexOf('.')));
        } catch (IOException e) {
            return 0; // there is none
        }
    }

    private record Result(int code, String output) {}

    private static Result node(Path folder, String... arguments)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of("node"));
        line.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "node", ".txt");
        Process process =
                new ProcessBuilder(line)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        return new Result(process.waitFor(), Files.readString(output, StandardCharsets.UTF_8));
    }

    private void copy(Path folder) throws IOException {
        for (Path file : files(folder).toList()) {
            Path to = copy.resolve(file);
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
        }
    }

    private static Stream<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        }
    }
}
