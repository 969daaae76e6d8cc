package app.prosa.bench;

import java.lang.management.ManagementFactory;

/**
 * How busy the machine is with everything that runs on it: a figure in milliseconds says little
 * without it.
 */
final class Machine {
    private Machine() {}

    /** One line: how many wanted a processor on average over the last minute, and how many are. */
    static void printLoad(String when) {
        System.out.printf(
                "%-28s %9.2f, with %d processors%n",
                "load of the machine " + when,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }
}
