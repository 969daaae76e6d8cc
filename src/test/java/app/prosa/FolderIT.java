package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void without_a_screen_it_says_so_in_one_sentence() throws Exception {
        Sh.Result result = prosa().run();
        assertEquals(1, result.code());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains("DISPLAY"), result.err());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_plain_start_loads_neither_the_parser_nor_the_toolkit_before_it_needs_them()
            throws Exception {
        Path log = temp.resolve("classes.txt");
        prosa().with("JDK_JAVA_OPTIONS", "-Xlog:class+load:file=" + log).run();
        String loaded = Files.readString(log);
        assertTrue(loaded.contains("app.prosa.Main"), "the log is empty");
        assertFalse(loaded.contains("picocli"), "picocli was loaded");
        assertFalse(loaded.contains("javafx.application"), "JavaFX was loaded");
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
