package app.prosa;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a command with nothing in its environment but what a test puts there. */
final class Sh {
    static final Path LAUNCHER = Path.of("installer/launcher").toAbsolutePath();
    static final Path FIND_JAVA = LAUNCHER.resolve("find-java.sh");

    private Sh() {}

    static Call script(Path script, String... args) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", script.toString()));
        line.addAll(List.of(args));
        return new Call(line);
    }

    static Call command(String command, Path... args) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", command, "sh"));
        for (Path arg : args) {
            line.add(arg.toString());
        }
        return new Call(line);
    }

    /** Where a tool of the system lies. */
    static Path find(String tool) {
        return List.of("/bin/", "/usr/bin/").stream()
                .map(folder -> Path.of(folder + tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    /** What the command left behind. */
    record Result(int code, String out, String err) {}

    static final class Call {
        private final List<String> line;
        private final Map<String, String> environment = new HashMap<>();
        private Path folder = Path.of("").toAbsolutePath();

        private Call(List<String> line) {
            this.line = line;
        }

        Call with(String name, Object value) {
            environment.put(name, value.toString());
            return this;
        }

        Call in(Path workingFolder) {
            folder = workingFolder;
            return this;
        }

        Result run() throws IOException, InterruptedException {
            Path out = Files.createTempFile("prosa", ".out");
            Path err = Files.createTempFile("prosa", ".err");
            try {
                return new Result(
                        end(start(out, err)), Files.readString(out), Files.readString(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        }

        /** Starts it and leaves it to run; what it says goes into the two files. */
        Process start(Path out, Path err) throws IOException {
            ProcessBuilder builder = new ProcessBuilder(line).directory(folder.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        }

        private static int end(Process process) throws IOException, InterruptedException {
            process.getOutputStream().close();
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end within a minute");
            }
            return process.exitValue();
        }
    }
}
