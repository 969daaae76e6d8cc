package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DotEnvTest {
    @TempDir Path folder;

    @Test
    void a_file_adds_what_the_environment_lacks() throws Exception {
        Map<String, String> all =
                read(
                        """
                        # a comment
                        PORT=4000
                        export OPENAI_MODEL = small # the cheap one
                        OPENAI_API_KEY='sk-#1'
                        AI_SYSTEM_PROMPT="Seja \\"breve\\".\\nSempre."
                        PROSA_BIND=
                        nonsense
                        """,
                        Map.of("PORT", "5000", "HOME", "/home"));
        assertEquals(
                Map.of(
                        "PORT", "5000",
                        "HOME", "/home",
                        "OPENAI_MODEL", "small",
                        "OPENAI_API_KEY", "sk-#1",
                        "AI_SYSTEM_PROMPT", "Seja \"breve\".\nSempre.",
                        "PROSA_BIND", ""),
                all);
    }

    @Test
    void a_file_changes_nothing_of_the_systems() throws Exception {
        assertEquals(Map.of(), read("PATH=/evil\nXDG_DATA_HOME=/evil\nJAVA_HOME=x", Map.of()));
    }

    @Test
    void there_need_be_no_file() {
        assertEquals(Map.of("A", "b"), DotEnv.under(Map.of("A", "b"), folder.resolve("none")));
    }

    private Map<String, String> read(String file, Map<String, String> environment)
            throws Exception {
        return DotEnv.under(environment, Files.writeString(folder.resolve(".env"), file));
    }
}
