package app.prosa.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the process to the first painted window: the packaged program, through its
 * launcher, against a bare window with the same stylesheets and flags. The two alternate, so that
 * whatever else the machine does hits both.
 *
 * <p>Both print {@code first-paint} and the milliseconds since 1970; the program also {@code
 * ready}, when the composer can be used and the conversations are there.
 */
public final class FirstPaintBench {
    static final String PAINTED = "first-paint ";
    private static final String READY = "ready ";
    private static final String ASKED = "-Dprosa.report.firstPaint=true";
    private static final int RUNS = 10;

    private FirstPaintBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("prosa-bench");
        SeededFolder.firstRunDone(data);
        // Not counted: the first run makes the database, and both are read from the disk.
        millis(prosa(data), PAINTED, READY);
        millis(bare(), PAINTED);
        Samples painted = new Samples();
        Samples ready = new Samples();
        Samples bare = new Samples();
        for (int run = 0; run < RUNS; run++) {
            List<Long> prosa = millis(prosa(data), PAINTED, READY);
            painted.add(prosa.getFirst());
            ready.add(prosa.getLast());
            bare.add(millis(bare(), PAINTED).getFirst());
        }
        System.out.println(painted.line("Prosa, first paint", "ms"));
        System.out.println(ready.line("Prosa, ready", "ms"));
        System.out.println(bare.line("bare window, first paint", "ms"));
        System.out.printf("%-28s %16.2f%n", "ratio", painted.median() / bare.median());
    }

    private static ProcessBuilder prosa(Path data) {
        boolean windows = File.separatorChar == '\\';
        List<String> line = new ArrayList<>(windows ? List.of("cmd", "/c") : List.of());
        line.add(Java.FOLDER.resolve(windows ? "bin/prosa.cmd" : "bin/prosa").toString());
        ProcessBuilder builder = new ProcessBuilder(line);
        List<String> options = new ArrayList<>(Java.platform());
        options.add(ASKED);
        builder.environment().put("JAVA_HOME", Java.home());
        builder.environment().put("JDK_JAVA_OPTIONS", String.join(" ", options));
        builder.environment().put("PROSA_DATA_DIR", data.toString());
        return builder;
    }

    private static ProcessBuilder bare() {
        // The bench's own class path would make each class a search through a hundred jars.
        String path =
                Java.FOLDER.resolve("lib/prosa.jar") + File.pathSeparator + "target/test-classes";
        return Java.command(ASKED, "-cp", path, BareWindow.class.getName());
    }

    /** When the program printed each of the lines, in milliseconds after its start. */
    private static List<Long> millis(ProcessBuilder builder, String... lines)
            throws IOException, InterruptedException {
        Path err = Files.createTempFile("prosa-bench", ".err");
        builder.redirectError(err.toFile());
        long start = System.currentTimeMillis();
        Process process = builder.start();
        // A program that says nothing must not hold the measurement for ever.
        CompletableFuture.delayedExecutor(1, TimeUnit.MINUTES).execute(process::destroyForcibly);
        try (BufferedReader out = process.inputReader()) {
            List<Long> times = new ArrayList<>();
            for (String line : lines) {
                times.add(printed(line, out, err) - start);
            }
            return times;
        } finally {
            process.destroy();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private static long printed(String begin, BufferedReader out, Path err) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(begin)) {
                return Long.parseLong(line.substring(begin.length()));
            }
        }
        throw new IOException(
                "it ended without \"%s\":\n%s".formatted(begin.strip(), Files.readString(err)));
    }
}
