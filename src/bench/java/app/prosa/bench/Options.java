package app.prosa.bench;

import java.util.List;
import java.util.Properties;

/** What may be said with {@code -D} to a benchmark; {@code ./mvnw -Pbench} hands it on. */
final class Options {
    private static final String PREFIX = "prosa.bench.";

    /** How long the reply takes that is written into a large conversation. */
    static final int SECONDS = Integer.getInteger(PREFIX + "seconds", 60);

    /** How many processes are started where each start counts. */
    static final int RUNS = Integer.getInteger(PREFIX + "runs", 10);

    /** A data folder to keep and to use again; it is filled when it is not there. */
    static final String FOLDER = PREFIX + "folder";

    /** The folder of an installed program. */
    static final String IMAGE = PREFIX + "image";

    /** More flags for the JVMs that are measured, divided by spaces. */
    private static final String JVM = PREFIX + "jvm";

    private Options() {}

    static List<String> jvm() {
        return List.of(System.getProperty(JVM, "").strip().split(" +")).stream()
                .filter(flag -> !flag.isEmpty())
                .toList();
    }

    /** All that was said, for a JVM that this one starts. */
    static List<String> said() {
        Properties all = System.getProperties();
        return all.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> "-D" + name + "=" + all.getProperty(name))
                .toList();
    }
}
