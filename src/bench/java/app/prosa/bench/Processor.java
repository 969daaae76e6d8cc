package app.prosa.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The processor time that this process takes from its making on: its own and the kernel's. */
final class Processor {
    private static final int BUSIEST = 4;

    private final double millis = millis();
    private final Map<String, Double> threads = ofThreads();
    private final long begin = System.nanoTime();

    /** How much, of one processor, and which threads took it; those of the JVM itself lack. */
    void print(String name) {
        double spent = millis() - millis;
        double passed = (System.nanoTime() - begin) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        System.out.printf(
                "%-28s processor %6.2f %%   %.0f ms in %.0f s: %s%n",
                name, spent / passed * 100, spent, passed / 1000, busiest());
    }

    private String busiest() {
        Map<String, Double> now = ofThreads();
        now.replaceAll((name, spent) -> spent - threads.getOrDefault(name, 0.0));
        return now.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .limit(BUSIEST)
                .map(e -> "%s %.0f".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static double millis() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }

    private static Map<String, Double> ofThreads() {
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
}
