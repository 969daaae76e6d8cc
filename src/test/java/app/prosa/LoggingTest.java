package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggingTest {
    @TempDir Path dir;

    private final LoggerContext context = new LoggerContext();
    private Logger ours;

    @BeforeEach
    void begin() {
        context.setMDCAdapter(new LogbackMDCAdapter());
        Logging logging = new Logging(null, dir.resolve("logs"));
        logging.setContext(context);
        var _ = logging.configure(context);
        ours = context.getLogger("app.prosa.Something");
    }

    @AfterEach
    void end() {
        context.stop();
    }

    private List<String> logged() throws IOException {
        return Files.readAllLines(dir.resolve("logs/prosa.log"));
    }

    @Test
    void the_log_of_the_window_is_a_file_with_what_we_say() throws IOException {
        ours.info("It began as {}", "usual");
        ours.debug("Nobody reads this");
        assertEquals(1, logged().size());
        String line = logged().getFirst();
        assertTrue(
                line.matches(
                        "[-0-9]{10}T[:0-9]{8}\\.\\d{3}\\S+ INFO  app.prosa.Something \\[.*] It"
                                + " began as usual"),
                line);
    }

    @Test
    void others_are_heard_when_something_is_wrong_and_never_with_what_people_said()
            throws IOException {
        for (String other : List.of("org.eclipse.jetty.client", "com.openai", "org.h2")) {
            context.getLogger(other).info("Authorization: Bearer sk-secret");
            context.getLogger(other).warn("Something is wrong");
        }
        context.getLogger("org.eclipse.jetty.http.HttpParser").warn("in words of a stranger");
        assertEquals(3, logged().size());
        assertFalse(logged().toString().contains("sk-secret"));
    }

    @Test
    void what_is_older_goes_into_three_files_of_two_megabytes() throws IOException {
        String much = "x".repeat(100_000);
        for (int i = 0; i < 100; i++) {
            ours.info(much);
        }
        try (Stream<Path> files = Files.list(dir.resolve("logs"))) {
            assertEquals(
                    List.of("prosa.1.log", "prosa.2.log", "prosa.3.log", "prosa.log"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.size(dir.resolve("logs/prosa.1.log")) < 3 << 20);
    }
}
