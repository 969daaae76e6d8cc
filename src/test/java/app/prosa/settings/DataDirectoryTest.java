package app.prosa.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.condition.OS.LINUX;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import app.prosa.settings.DataDirectoryException.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir Path directory;

    @Test
    void every_system_has_its_usual_place() {
        Path home = directory.resolve("home");
        Path data = directory.resolve("data");
        assertEquals(home.resolve(".local/share/prosa"), usual(Map.of(), "Linux", home));
        assertEquals(
                data.resolve("prosa"),
                usual(Map.of("XDG_DATA_HOME", data.toString()), "Linux", home));
        assertEquals(
                home.resolve(".local/share/prosa"),
                usual(Map.of("XDG_DATA_HOME", "relative"), "Linux", home));
        assertEquals(
                home.resolve("Library/Application Support/Prosa"),
                usual(Map.of(), "Mac OS X", home));
        assertEquals(
                data.resolve("Prosa"),
                usual(Map.of("APPDATA", data.toString()), "Windows 11", home));
        assertEquals(home.resolve("AppData/Roaming/Prosa"), usual(Map.of(), "Windows 11", home));
    }

    @Test
    void the_option_comes_before_the_variable() {
        Path option = directory.resolve("option");
        Path variable = directory.resolve("variable");
        Environment environment = Environment.of(Map.of("PROSA_DATA_DIR", variable.toString()));
        assertEquals(option, DataDirectory.open(option, environment));
        assertTrue(Files.notExists(variable));
        assertEquals(variable, DataDirectory.open(null, environment));
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void a_new_folder_is_its_owners_alone_and_empty() throws IOException {
        Path made = open(directory.resolve("a/b/prosa"));
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
        assertEquals(0, made.toFile().list().length);
    }

    @Test
    void a_folder_that_is_there_stays_as_it_is() throws IOException {
        Path file = Files.writeString(directory.resolve("kept"), "kept");
        assertEquals(directory, open(directory));
        assertEquals("kept", Files.readString(file));
    }

    @Test
    void a_file_is_no_folder() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        refused(Problem.NOT_A_FOLDER, file);
        refused(Problem.CANNOT_CREATE, file.resolve("below"));
    }

    @Test
    @EnabledOnOs(LINUX) // where even root cannot write into /proc
    void a_folder_that_takes_nothing_is_refused() {
        refused(Problem.NOT_WRITABLE, Path.of("/proc"));
        refused(Problem.CANNOT_CREATE, Path.of("/proc/prosa"));
    }

    private static void refused(Problem problem, Path path) {
        var refusal = assertThrows(DataDirectoryException.class, () -> open(path));
        assertEquals(problem, refusal.problem());
        for (Language language : List.of(Language.ENGLISH, Language.PORTUGUESE)) {
            String sentence = refusal.sentence(Texts.in(language));
            assertTrue(sentence.contains(path.toString()), sentence);
        }
    }

    private static Path open(Path path) {
        return DataDirectory.open(path, Environment.of(Map.of()));
    }

    private static Path usual(Map<String, String> environment, String system, Path home) {
        return DataDirectory.usual(Environment.of(environment), system, home);
    }
}
