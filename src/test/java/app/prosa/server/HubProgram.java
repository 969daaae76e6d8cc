package app.prosa.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A hub in a process of its own, such as {@link KilledHub}. */
final class HubProgram implements AutoCloseable {
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Process process;
    private final int port;

    /**
     * @param options of its Java
     */
    HubProgram(Path directory, String... options) throws IOException {
        this(KilledHub.class, List.of(directory.toString()), options);
    }

    /**
     * @param main says its port in a line that begins with {@code port}
     */
    HubProgram(Class<?> main, List<String> arguments, String... options) throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of(options));
        line.addAll(List.of("-cp", System.getProperty("java.class.path")));
        line.add(main.getName());
        line.addAll(arguments);
        process = new ProcessBuilder(line).redirectErrorStream(true).start();
        BufferedReader out = process.inputReader();
        port = port(out);
        Thread.ofVirtual().start(() -> out.lines().forEach(output::add));
    }

    private int port(BufferedReader out) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("port ")) {
                return Integer.parseInt(line.substring("port ".length()));
            }
            output.add(line);
        }
        throw new IOException("The hub did not start: " + output);
    }

    int port() {
        return port;
    }

    /** Lines of its log that tell of trouble, and of stack traces; each is told once. */
    List<String> takeComplaints() {
        List<String> complaints = output.stream().filter(HubProgram::isComplaint).toList();
        output.removeAll(complaints);
        return complaints;
    }

    private static boolean isComplaint(String line) {
        return line.contains("WARN")
                || line.contains("ERROR")
                || line.contains("Exception")
                || line.startsWith("\tat ");
    }

    /** The memory that it has of the system, in megabytes; only Linux tells. */
    long residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("No VmRSS in " + status);
    }

    boolean endsWithin(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** As by {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        kill();
    }

    @Override
    public String toString() {
        return String.join("\n", output);
    }
}
