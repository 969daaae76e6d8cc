package app.prosa.installer;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** The tools of the JDK, in this process, and those of the system, in one of their own. */
final class Tool {
    private Tool() {}

    static void jdk(String name, List<String> arguments) {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new Failure("This JDK has no " + name));
        int code = tool.run(System.out, System.err, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new Failure(name + " ended with " + code);
        }
    }

    static void system(String... line) throws IOException, InterruptedException {
        process(List.of(line), Map.of());
    }

    static void process(List<String> line, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(line).inheritIO();
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new Failure(line.getFirst() + " ended with " + code);
        }
    }

    /** Whether the system has a program of this name. */
    static boolean isThere(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Path.of(folder, name).toFile().canExecute());
    }
}
