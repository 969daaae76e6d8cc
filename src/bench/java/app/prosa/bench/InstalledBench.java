package app.prosa.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What an installer brings, beside a bare window on the JDK that runs this, as it comes: the starts
 * with ten thousand conversations in the store, and the memory at rest. Measures what {@code
 * -Dprosa.bench.image} names, the folder of an installed program; by default what {@code
 * -Pinstaller} left in target, or else /opt/prosa.
 */
public final class InstalledBench {
    private static final int CONVERSATIONS = 10_000;
    private static final int SETTLING_SECONDS = 20;
    private static final int PATIENCE_SECONDS = 60;
    private static final int PAUSE_MILLIS = 5;
    private static final List<Path> USUAL =
            List.of(Path.of("target/installer/linux/opt/prosa"), Path.of("/opt/prosa"));

    private final Path command = image().resolve("bin/prosa").toAbsolutePath();
    private final Path data;

    private InstalledBench(Path data) {
        this.data = data;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        InstalledBench bench = new InstalledBench(SeededFolder.of(CONVERSATIONS).path());
        bench.windows();
        bench.hubs();
    }

    private static Path image() {
        String named = System.getProperty(Options.IMAGE, "");
        return (named.isEmpty() ? USUAL : List.of(Path.of(named)))
                .stream()
                        .filter(folder -> Files.exists(folder.resolve("bin/prosa")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("Nothing is installed"));
    }

    private void windows() throws IOException, InterruptedException {
        Samples painted = new Samples();
        Samples composer = new Samples();
        Samples ready = new Samples();
        Samples plain = new Samples();
        Samples bare = new Samples();
        // Not counted: the first of each is read from the disk.
        start(new Samples(), new Samples(), new Samples(), new Samples(), new Samples());
        for (int run = 0; run < Options.RUNS; run++) {
            start(painted, composer, ready, plain, bare);
        }
        System.out.println(plain.line("bare window, plain JDK", "ms"));
        System.out.println(bare.line("bare window, Prosa's flags", "ms"));
        System.out.println(painted.line("Prosa, first paint", "ms"));
        System.out.println(composer.line("Prosa, composer", "ms"));
        System.out.println(ready.line("Prosa, list there too", "ms"));
        for (Samples beside : List.of(plain, bare)) {
            System.out.printf(
                    "%-28s first paint %.2f   composer %.2f   list %.2f%n",
                    beside == plain ? "ratio to the plain JDK" : "ratio with Prosa's flags",
                    painted.median() / beside.median(),
                    composer.median() / beside.median(),
                    ready.median() / beside.median());
        }
        try (Reported prosa = window()) {
            prosa.millisTo(Reported.READY);
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            Footprint.print("Prosa, at rest", prosa.pid());
        }
        try (Reported window = Reported.bare()) {
            window.millisTo(Reported.PAINTED);
            TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
            Footprint.print("bare window, at rest", window.pid());
        }
    }

    private void start(
            Samples painted, Samples composer, Samples ready, Samples plain, Samples bare)
            throws IOException {
        try (Reported prosa = window()) {
            painted.add(prosa.millisTo(Reported.PAINTED));
            composer.add(prosa.millisTo(Reported.COMPOSER));
            ready.add(prosa.millisTo(Reported.READY));
        }
        try (Reported window = Reported.plain()) {
            plain.add(window.millisTo(Reported.PAINTED));
        }
        try (Reported window = Reported.bare()) {
            bare.add(window.millisTo(Reported.PAINTED));
        }
    }

    private Reported window() throws IOException {
        return Reported.start(Java.installed(command, data));
    }

    private void hubs() throws IOException, InterruptedException {
        Samples healthy = new Samples();
        hub(new Samples(), 0);
        for (int run = 0; run < Options.RUNS; run++) {
            hub(healthy, 0);
        }
        System.out.println(healthy.line("prosa serve, to healthy", "ms"));
        hub(new Samples(), SETTLING_SECONDS);
    }

    /**
     * @param rest seconds after which its memory is printed; 0 for not at all
     */
    private void hub(Samples healthy, int rest) throws IOException, InterruptedException {
        int port = freePort();
        ProcessBuilder builder =
                new ProcessBuilder(
                        command.toString(),
                        "serve",
                        "--data",
                        data.toString(),
                        "--port",
                        Integer.toString(port));
        builder.environment().remove("DISPLAY");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long start = System.nanoTime();
        Process hub = builder.start();
        try {
            URI health = URI.create("http://127.0.0.1:" + port + "/health");
            while (!answers(health)) {
                if (System.nanoTime() - start > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
                    throw new IOException("The hub never answered");
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
            healthy.add((System.nanoTime() - start) / 1e6);
            if (rest > 0) {
                TimeUnit.SECONDS.sleep(rest);
                Footprint.print("prosa serve, at rest", hub.pid());
            }
        } finally {
            hub.destroy();
            hub.waitFor();
        }
    }

    private static boolean answers(URI health) {
        try {
            HttpURLConnection call = (HttpURLConnection) health.toURL().openConnection();
            return call.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
