package app.prosa.settings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.condition.OS.WINDOWS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir Path directory;

    @Test
    void a_file_is_replaced_and_nothing_else_stays() throws IOException {
        Path file = directory.resolve("a.json");
        AtomicFile.write(file, "one".getBytes(UTF_8));
        AtomicFile.write(file, "two".getBytes(UTF_8));
        assertEquals("two", Files.readString(file));
        assertEquals(List.of(file), files());
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void only_the_owner_can_read_it_even_if_a_killed_attempt_left_an_open_file()
            throws IOException {
        Path file = directory.resolve("a.json");
        Path left = Files.writeString(directory.resolve("a.json.tmp"), "half");
        Files.setPosixFilePermissions(left, PosixFilePermissions.fromString("rw-rw-rw-"));
        AtomicFile.write(file, "new".getBytes(UTF_8));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of(file), files());
    }

    @Test
    @DisabledOnOs(WINDOWS)
    void a_link_stays_a_link() throws IOException {
        Path target = Files.writeString(directory.resolve("target.json"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), target);
        AtomicFile.write(link, "new".getBytes(UTF_8));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(target));
    }

    @Test
    void a_write_that_fails_leaves_the_old_state_and_no_rest() throws IOException {
        Path occupied = Files.createDirectory(directory.resolve("a.json"));
        Path inside = Files.writeString(occupied.resolve("inside"), "kept");
        assertThrows(IOException.class, () -> AtomicFile.write(occupied, "new".getBytes(UTF_8)));
        assertEquals("kept", Files.readString(inside));
        assertEquals(List.of(occupied), files());
    }

    @Test
    void what_is_set_aside_never_covers_what_was_set_aside_before() throws IOException {
        Path file = directory.resolve("a.json");
        for (int n = 1; n <= 3; n++) {
            Files.writeString(file, "content " + n);
            assertEquals(
                    directory.resolve("a.json.broken-" + n), AtomicFile.setAside(file, "broken"));
        }
        assertEquals("content 1", Files.readString(directory.resolve("a.json.broken-1")));
        assertEquals("content 3", Files.readString(directory.resolve("a.json.broken-3")));
    }

    private List<Path> files() throws IOException {
        try (var all = Files.list(directory)) {
            return all.toList();
        }
    }
}
