package app.prosa.bench;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The memory that a process holds, as the system counts it. */
final class Footprint {
    private static final String RESIDENT = "VmRSS:";
    private static final String MOST = "VmHWM:";
    private static final String OF_FILES = "RssFile:";

    private Footprint() {}

    /**
     * All of this process as it is, and only then the heap in use once everything that is not
     * needed is gone: the other way round the collection would flatter the process.
     */
    static void print(String name) throws IOException {
        print(name, ProcessHandle.current().pid());
        Runtime runtime = Runtime.getRuntime();
        long committed = runtime.totalMemory();
        System.gc();
        System.out.printf(
                "%-28s heap   %9d MB in use   %d MB reserved, %d before collecting%n",
                "",
                (runtime.totalMemory() - runtime.freeMemory()) >> 20,
                runtime.totalMemory() >> 20,
                committed >> 20);
    }

    static void print(String name, long pid) throws IOException {
        List<String> status = status(pid);
        System.out.printf(
                "%-28s resident %7d MB   %d MB of it mapped files   most ever %d MB%n",
                name,
                megabytes(status, RESIDENT),
                megabytes(status, OF_FILES),
                megabytes(status, MOST));
    }

    /** What a process holds in megabytes; 0 where the system does not tell. */
    static long resident(long pid) throws IOException {
        return megabytes(status(pid), RESIDENT);
    }

    private static List<String> status(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "status");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static long megabytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("\\D", ""))
                .mapToLong(kilobytes -> Long.parseLong(kilobytes) >> 10)
                .findFirst()
                .orElse(0);
    }

    /** How long the program has stood still for the garbage collector so far, in milliseconds. */
    static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
