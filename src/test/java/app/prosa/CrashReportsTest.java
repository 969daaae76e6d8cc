package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashReportsTest {
    @TempDir Path directory;
    private Instant now = Instant.parse("2026-01-02T03:04:05.678Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    private CrashReports reports() {
        return new CrashReports(directory.resolve("crashes"), "1.2.3", clock);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("crashes"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Throwable fault(int line) {
        Throwable fault = new IllegalStateException("Ana wrote: oi");
        fault.setStackTrace(
                new StackTraceElement[] {
                    new StackTraceElement("app.Some", "m", "Some.java", line)
                });
        return fault;
    }

    @Test
    void a_report_says_where_it_was_and_nothing_that_somebody_wrote() throws IOException {
        Throwable fault = new IllegalArgumentException("the key is sk-123", fault(7));
        reports().uncaughtException(new Thread(() -> {}, "turn-5"), fault);
        assertEquals(List.of("crash-20260102-030405-678.txt"), names());
        String report = Files.readString(directory.resolve("crashes").resolve(names().getFirst()));
        assertTrue(report.startsWith("Prosa 1.2.3, 2026-01-02T03:04:05.678Z"), report);
        assertTrue(report.contains("Thread turn-5"), report);
        assertTrue(report.contains("java.lang.IllegalArgumentException"), report);
        assertTrue(report.contains("    at app.Some.m(Some.java:7)"), report);
        assertFalse(report.contains("sk-123") || report.contains("Ana"), report);
    }

    @Test
    void the_same_fault_is_written_down_once() throws IOException {
        CrashReports reports = reports();
        for (int line : List.of(1, 1, 2, 1)) {
            now = now.plusSeconds(1);
            reports.uncaughtException(Thread.currentThread(), fault(line));
        }
        assertEquals(2, names().size());
    }

    @Test
    void only_the_latest_are_kept() throws IOException {
        CrashReports reports = reports();
        for (int line = 0; line < CrashReports.MOST_KEPT + 5; line++) {
            now = now.plusSeconds(1);
            reports.uncaughtException(Thread.currentThread(), fault(line));
        }
        assertEquals(CrashReports.MOST_KEPT, names().size());
        assertTrue(names().getLast().endsWith("-030430-678.txt"), names()::toString);
    }

    @Test
    void where_nothing_can_be_written_nothing_else_breaks() throws IOException {
        Files.writeString(directory.resolve("crashes"), "in the way");
        reports().uncaughtException(Thread.currentThread(), fault(1));
        assertEquals("in the way", Files.readString(directory.resolve("crashes")));
    }

    @Test
    void threads_that_nobody_looks_after_are_heard_until_the_end() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try (CrashReports reports = reports().begin()) {
            assertSame(reports, Thread.getDefaultUncaughtExceptionHandler());
            Thread thread =
                    new Thread(() -> {
                        throw new IllegalStateException();
                    });
            thread.start();
            thread.join();
            assertEquals(1, names().size());
        }
        assertSame(before, Thread.getDefaultUncaughtExceptionHandler());
    }
}
