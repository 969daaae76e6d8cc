package app.prosa;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down where a thread came to an end by a fault of ours, in a folder that the operator can
 * look at. Nothing is sent anywhere, and what the faults say is left out: it may quote what
 * somebody wrote.
 */
final class CrashReports implements Thread.UncaughtExceptionHandler, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CrashReports.class);

    static final int MOST_KEPT = 20;

    /** Of a program in which much goes wrong the first ones say most. */
    private static final int MOST_AT_ONCE = 100;

    private static final int MOST_CAUSES = 8;
    private static final int MOST_FRAMES = 100;

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'crash-'uuuuMMdd'-'HHmmss'-'SSS'.txt'")
                    .withZone(ZoneOffset.UTC);

    private final Path folder;
    private final String version;
    private final Clock clock;
    private final Set<String> seen = new HashSet<>();
    private Thread.@Nullable UncaughtExceptionHandler before;

    /**
     * @param folder made with the first report
     */
    CrashReports(Path folder, String version, Clock clock) {
        this.folder = folder;
        this.version = version;
        this.clock = clock;
    }

    /** From now on it hears of all threads that nobody else looks after. */
    CrashReports begin() {
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(this);
        return this;
    }

    @Override
    public void close() {
        if (Thread.getDefaultUncaughtExceptionHandler() == this) {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable fault) {
        LOG.error("A fault of ours in {}", thread.getName(), fault);
        if (isNew(fault)) {
            try {
                Files.createDirectories(folder);
                write(report(thread, fault));
                tidy();
            } catch (IOException e) {
                LOG.warn("No report of it could be kept: {}", e.getMessage());
            }
        }
    }

    /** The same fault at the same place is one report, as often as it comes. */
    private synchronized boolean isNew(Throwable fault) {
        StackTraceElement[] frames = fault.getStackTrace();
        String where = frames.length == 0 ? "" : frames[0].toString();
        return seen.size() < MOST_AT_ONCE && seen.add(fault.getClass().getName() + " " + where);
    }

    private synchronized void write(String report) throws IOException {
        Files.writeString(
                folder.resolve(NAME.format(clock.instant())),
                report,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private synchronized void tidy() throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.list(folder)) {
            all = files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
        }
        for (Path old : all.subList(0, Math.max(0, all.size() - MOST_KEPT))) {
            Files.deleteIfExists(old);
        }
    }

    private String report(Thread thread, Throwable fault) {
        StringBuilder text =
                new StringBuilder("Prosa %s, %s%n".formatted(version, clock.instant()))
                        .append(
                                "Java %s, %s %s%n"
                                        .formatted(
                                                System.getProperty("java.runtime.version"),
                                                System.getProperty("os.name"),
                                                System.getProperty("os.arch")))
                        .append("Thread %s%n".formatted(thread.getName()));
        Throwable next = fault;
        for (int i = 0; next != null && i < MOST_CAUSES; i++) {
            add(text, next);
            next = next.getCause();
        }
        return text.toString();
    }

    private static void add(StringBuilder text, Throwable fault) {
        text.append("%n%s%n".formatted(fault.getClass().getName()));
        Stream.of(fault.getStackTrace())
                .limit(MOST_FRAMES)
                .forEach(frame -> text.append("    at %s%n".formatted(frame)));
    }
}
