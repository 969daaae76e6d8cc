package app.prosa.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program that was started to be measured, and what it reports: lines of a word, a blank and the
 * milliseconds since 1970.
 */
final class Reported implements AutoCloseable {
    /** The first frame is painted. */
    static final String PAINTED = "first-paint";

    /** The composer is painted and has the keys. */
    static final String COMPOSER = "composer";

    /** The conversations are there too. */
    static final String READY = "ready";

    static final String ASKED = "-Dprosa.report.firstPaint=true";
    private static final int PATIENCE_MINUTES = 3;

    private final long start = System.currentTimeMillis();
    private final Path err;
    private final Process process;
    private final BufferedReader out;

    private Reported(Path err, Process process) {
        this.err = err;
        this.process = process;
        this.out = process.inputReader();
        // A program that says nothing must not hold the measurement for ever.
        CompletableFuture.delayedExecutor(PATIENCE_MINUTES, TimeUnit.MINUTES)
                .execute(process::destroyForcibly);
    }

    static Reported start(ProcessBuilder builder) throws IOException {
        Path err = Files.createTempFile("prosa-bench", ".err");
        return new Reported(err, builder.redirectError(err.toFile()).start());
    }

    /** The packaged program, which opens what was open in this folder last. */
    static Reported prosa(Path data) throws IOException {
        return start(Java.prosa(data, List.of(ASKED)));
    }

    /** The window that the program is compared with. */
    static Reported bare() throws IOException {
        return start(Java.of(BareWindow.class, List.of(ASKED)));
    }

    /** The same window on a JDK without any choice of ours. */
    static Reported plain() throws IOException {
        return start(Java.plain(BareWindow.class, ASKED));
    }

    /** When the program reported it, in milliseconds after its start. */
    double millisTo(String word) throws IOException {
        return (double) Long.parseLong(text(word)) - start;
    }

    /** What stands after the word. */
    String text(String word) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
        }
        throw new IOException(
                "it ended without \"%s\":\n%s".formatted(word, Files.readString(err)));
    }

    long pid() {
        return process.pid();
    }

    /** The processor time that it took so far, its own and the kernel's, in milliseconds. */
    long processorMillis() {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        Files.deleteIfExists(err);
    }
}
