package app.prosa.bench.hub;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that was started for a benchmark, and what it costs; that is known on Linux only. */
public final class Peer implements AutoCloseable {
    private static final Pattern PORT =
            Pattern.compile("(?:^|http://(?:127\\.0\\.0\\.1|localhost):)(\\d{2,5})(?!\\S*[:\\d])");
    private static final double TICKS = 100;

    private final Process process;
    private final int port;

    private Peer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Waits for the line in which it says its port. */
    public static Peer start(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                Thread.ofVirtual().start(() -> drain(out));
                return new Peer(process, Integer.parseInt(port.group(1)));
            }
        }
        throw new IOException("It ended without saying its port");
    }

    /** Until it ends, or its end is closed. */
    private static void drain(BufferedReader out) {
        try {
            while (out.readLine() != null) {}
        } catch (IOException e) {
            // It was ended.
        }
    }

    public int port() {
        return port;
    }

    /** The processor time that it has taken, its own and the kernel's, in microseconds. */
    public double cpuMicros() throws IOException {
        String stat = Files.readString(proc("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1e6 / TICKS;
    }

    /** The most memory that it ever had, in MiB. */
    public long peakMib() throws IOException {
        return Files.readAllLines(proc("status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
