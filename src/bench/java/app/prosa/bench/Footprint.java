package app.prosa.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** What this process takes of the machine. */
final class Footprint {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String RESIDENT = "VmRSS:";
    private static final String OF_FILES = "RssFile:";

    private Footprint() {}

    /** The heap in use once everything that is not needed is gone, and all of the process. */
    static void print(String name) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        long heap = runtime.totalMemory() - runtime.freeMemory();
        System.out.printf(
                "%-28s heap %7d MB   of %d MB   process %s%n",
                name, heap >> 20, runtime.totalMemory() >> 20, resident());
    }

    private static String resident() throws IOException {
        return Files.exists(STATUS)
                ? "%d MB, %d MB of it mapped files".formatted(status(RESIDENT), status(OF_FILES))
                : "unknown";
    }

    /** In megabytes. */
    private static long status(String name) throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) >> 10)
                .findFirst()
                .orElse(0);
    }

    /** The processor time that the process took so far, in milliseconds. */
    static double cpuMillis() {
        return system().getProcessCpuTime() / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    /** The processor time of each thread so far, in milliseconds; those of the JVM itself lack. */
    static Map<String, Double> cpuOfThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Map<String, Double> millis = new HashMap<>();
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null) {
                double own = threads.getThreadCpuTime(thread.getThreadId()) / 1e6;
                millis.merge(thread.getThreadName(), own, Double::sum);
            }
        }
        return millis;
    }

    /** The threads that worked most since then, on one line. */
    static String busiest(Map<String, Double> since) {
        Map<String, Double> now = cpuOfThreads();
        now.replaceAll((name, millis) -> millis - since.getOrDefault(name, 0.0));
        return now.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(4)
                .map(e -> "%s %.0f ms".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** How many want a processor on average over the last minute; all processes together. */
    static double load() {
        return system().getSystemLoadAverage();
    }

    private static OperatingSystemMXBean system() {
        return (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    }
}
