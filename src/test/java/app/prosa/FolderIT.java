package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged folder, started as a person starts it. Runs after {@code package}. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "prosa.cmd is the launcher there")
class FolderIT {
    private static final Path PROSA = Path.of("target/prosa/bin/prosa").toAbsolutePath();

    @TempDir Path temp;

    @Test
    void says_its_version_and_nothing_else() throws Exception {
        Sh.Result result = prosa("--version").run();
        assertEquals(new Sh.Result(0, "Prosa " + Version.current() + "\n", ""), result);
    }

    @Test
    void explains_itself_in_portuguese() throws Exception {
        Sh.Result result = prosa("--help").with("PROSA_LANGUAGE", "pt-BR").run();
        assertEquals(0, result.code());
        assertEquals("", result.err());
        assertTrue(result.out().startsWith("Uso: prosa"), result.out());
    }

    @Test
    void refuses_what_it_does_not_know() throws Exception {
        assertEquals(2, prosa("--nonsense").run().code());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_window_without_a_screen_says_so_in_one_sentence() throws Exception {
        Sh.Result result = prosa("desktop").run();
        assertEquals(1, result.code());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains("DISPLAY"), result.err());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_plain_start_loads_neither_the_parser_nor_the_toolkit_before_it_needs_them()
            throws Exception {
        Path log = temp.resolve("classes.txt");
        Path noFolder = Files.writeString(temp.resolve("file"), "");
        prosa().with("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log)
                .with("PROSA_DATA_DIR", noFolder)
                .run();
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("app.prosa.Main"), "the log is empty");
        assertFalse(loaded.contains("picocli"), "picocli was loaded");
        assertFalse(loaded.contains("javafx.application"), "JavaFX was loaded");
    }

    /** What a service manager does: start, ask, end by a signal. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void without_a_screen_it_is_a_hub_that_loads_no_class_of_the_toolkit_and_ends_cleanly()
            throws Exception {
        Path log = temp.resolve("classes.txt");
        Sh.Call hub =
                prosa("--data", temp.resolve("data").toString())
                        .with("PORT", "0")
                        .with("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);
        try (Started started = new Started(hub, temp)) {
            URI address = started.address();
            assertEquals(200, ask(address.resolve("/health"), ""));
            String message = "{\"user_id\":\"ana\",\"channel\":\"web\",\"text\":\"oi\"}";
            assertEquals(200, ask(address.resolve("/api/chat"), message));
            assertEquals(0, started.end(), started.err());
        }
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("app.prosa.server.Hub"), "the log is empty");
        for (String toolkit : List.of(" javafx.", " com.sun.javafx.", " com.sun.glass.")) {
            assertFalse(loaded.contains(toolkit), toolkit);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_customer_is_answered_without_a_class_of_the_toolkit_and_leaves_nothing_behind()
            throws Exception {
        Path log = temp.resolve("classes.txt");
        Path passing = Files.createDirectory(temp.resolve("passing"));
        Path typed = Files.writeString(temp.resolve("typed.txt"), "Olá, tudo bem?\n");
        String flags = "-Xlog:class+load:file=" + log + " -Djava.io.tmpdir=" + passing;
        Sh.Result result =
                Sh.command("exec /bin/sh \"$1\" simulate < \"$2\"", PROSA, typed)
                        .in(temp)
                        .with("PATH", "/usr/bin:/bin")
                        .with("HOME", temp)
                        .with("LC_ALL", "C.UTF-8")
                        .with("PROSA_LANGUAGE", "en")
                        .with("JAVA_HOME", System.getProperty("java.home"))
                        .with("JDK_JAVA_OPTIONS", flags)
                        .run();
        assertEquals(0, result.code(), result.err());
        assertTrue(result.out().contains("> Olá, tudo bem?\n"), result.out());
        assertTrue(result.out().endsWith("  [sent]\n  [delivered]\n  [read]\n"), result.out());
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("app.prosa.channel.simulator.Simulation"), "the log is empty");
        for (String toolkit : List.of(" javafx.", " com.sun.javafx.", " com.sun.glass.")) {
            assertFalse(loaded.contains(toolkit), toolkit);
        }
        try (var left = Files.list(passing)) {
            assertEquals(
                    List.of(),
                    left.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("prosa"))
                            .toList());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void its_log_is_one_object_a_line_for_programs() throws Exception {
        Sh.Call hub =
                prosa("serve", "--log-format=json", "--port=0", "--data", temp + "/data")
                        .with("PROSA_MASTER_KEY", "a passphrase");
        try (Started started = new Started(hub, temp)) {
            started.address();
            assertEquals(0, started.end(), started.err());
            List<String> lines = Files.readAllLines(started.out());
            assertFalse(lines.isEmpty());
            for (String line : lines) {
                assertTrue(new ObjectMapper().readTree(line).isObject(), line);
                assertFalse(line.contains("passphrase"), line);
            }
        }
    }

    private static int ask(URI address, String json) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString(json));
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private Sh.Call prosa(String... args) {
        return Sh.script(PROSA, args)
                .in(temp)
                .with("PATH", "/usr/bin:/bin")
                .with("HOME", temp)
                .with("LC_ALL", "C.UTF-8")
                .with("PROSA_LANGUAGE", "en")
                .with("JAVA_HOME", System.getProperty("java.home"));
    }
}
