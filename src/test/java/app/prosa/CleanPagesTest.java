package app.prosa;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a file that is mapped holds in memory. */
@EnabledOnOs(OS.LINUX)
class CleanPagesTest {
    private static final int SIZE = 4 << 20;

    @TempDir Path dir;
    private final Arena arena = Arena.ofShared();
    private final byte[] content = new byte[SIZE];

    @AfterEach
    void unmap() {
        arena.close();
    }

    @Test
    void pages_that_were_only_read_are_given_back_and_read_again() throws IOException {
        MemorySegment mapped = map("given.bin", MapMode.READ_ONLY);
        assertArrayEquals(content, mapped.toArray(ValueLayout.JAVA_BYTE));
        assertTrue(resident("given.bin") > SIZE / 2, "it was read");

        new CleanPages("/given.bin").giveBack();

        assertEquals(0, resident("given.bin"));
        assertArrayEquals(content, mapped.toArray(ValueLayout.JAVA_BYTE));
    }

    @Test
    void pages_that_can_be_written_stay_as_they_are() throws IOException {
        MemorySegment mapped = map("written.bin", MapMode.PRIVATE);
        byte changed = (byte) ~content[0];
        mapped.set(ValueLayout.JAVA_BYTE, 0, changed);

        new CleanPages("/written.bin").giveBack();

        assertEquals(changed, mapped.get(ValueLayout.JAVA_BYTE, 0), "it is nowhere else");
    }

    @Test
    void other_files_stay_in_memory() throws IOException {
        MemorySegment mapped = map("other.bin", MapMode.READ_ONLY);
        assertArrayEquals(content, mapped.toArray(ValueLayout.JAVA_BYTE));

        new CleanPages("/another.bin").giveBack();

        assertTrue(resident("other.bin") > SIZE / 2);
    }

    private MemorySegment map(String name, MapMode mode) throws IOException {
        new Random(1).nextBytes(content);
        Path file = Files.write(dir.resolve(name), content);
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(mode, 0, SIZE, arena);
        }
    }

    /** In bytes. */
    private static long resident(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("/proc/self/smaps"));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).endsWith("/" + name)) {
                return lines.subList(i, lines.size()).stream()
                        .filter(line -> line.startsWith("Rss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                        .findFirst()
                        .orElseThrow();
            }
        }
        throw new AssertionError("not mapped");
    }
}
