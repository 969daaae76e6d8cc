package app.prosa.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import app.prosa.storage.JournalFile.Transaction;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final UUID ID = new UUID(1, 2);

    @TempDir Path dir = Path.of("");

    private Path path;
    private JournalFile file;

    @BeforeEach
    void open() throws IOException {
        path = dir.resolve("journal");
        file = another();
        file.begin(ID);
    }

    @AfterEach
    void close() {
        file.close();
    }

    private JournalFile another() {
        return new JournalFile(path, at -> FileChannel.open(at, CREATE, WRITE));
    }

    private void append(long... numbers) throws IOException {
        for (long number : numbers) {
            file.append(ID, number, List.of(Change.of("A", number), Change.of("B", "b" + number)));
        }
    }

    private List<Long> numbersAfter(UUID id, long position) throws IOException {
        return another().after(id, position).stream().map(Transaction::number).toList();
    }

    @Test
    void what_was_written_is_read_as_it_was() throws IOException {
        byte[] bytes = {0, -1, 7};
        Change change =
                Change.of(
                        "INSERT", ID, "Olá 😀\n", 7, Long.MIN_VALUE, 0.1, true, false, null, bytes);
        file.append(ID, 1, List.of(change, change));
        List<Change> read = another().after(ID, 0).getFirst().changes();
        assertEquals(2, read.size());
        for (Change each : read) {
            assertEquals(change.sql(), each.sql());
            int last = change.parameters().size() - 1;
            assertEquals(change.parameters().subList(0, last), each.parameters().subList(0, last));
            assertArrayEquals(bytes, (byte[]) each.parameters().get(last));
        }
    }

    @Test
    void only_what_the_tables_lack_is_done_again() throws IOException {
        append(1, 2, 3, 4);
        assertEquals(List.of(1L, 2L, 3L, 4L), numbersAfter(ID, 0));
        assertEquals(List.of(3L, 4L), numbersAfter(ID, 2));
        assertEquals(List.of(), numbersAfter(ID, 4));
        assertEquals(List.of(), numbersAfter(ID, 9));
    }

    @Test
    void wherever_the_last_one_is_cut_those_before_it_are_whole() throws IOException {
        append(1, 2);
        long two = file.size();
        append(3);
        byte[] whole = Files.readAllBytes(path);
        for (int left = whole.length - 1; left >= two; left--) {
            Files.write(path, Arrays.copyOf(whole, left));
            assertEquals(List.of(1L, 2L), numbersAfter(ID, 0), left + " bytes");
        }
        whole[whole.length - 1] ^= 1;
        Files.write(path, whole);
        assertEquals(List.of(1L, 2L), numbersAfter(ID, 0), "with a false bit");
    }

    @Test
    void what_was_taken_back_is_written_over() throws IOException {
        append(1);
        long end = file.size();
        append(2, 3);
        file.cut(end);
        append(2);
        assertEquals(List.of(1L, 2L), numbersAfter(ID, 0));
        assertEquals("b2", another().after(ID, 1).getFirst().changes().get(1).parameters().get(0));
    }

    @Test
    void another_databases_journal_and_one_without_its_beginning_say_nothing() throws IOException {
        append(LongStream.range(5, 8).toArray());
        assertEquals(List.of(), numbersAfter(new UUID(1, 3), 4));
        assertEquals(List.of(), numbersAfter(ID, 3));
        assertEquals(List.of(5L, 6L, 7L), numbersAfter(ID, 4));
    }

    @Test
    void what_is_no_journal_is_none() throws IOException {
        for (String content :
                List.of("", "x", "this is no journal, but it is longer than a head")) {
            Files.writeString(path, content);
            assertEquals(List.of(), numbersAfter(ID, 0));
        }
        Files.delete(path);
        assertEquals(List.of(), numbersAfter(ID, 0));
    }

    @Test
    void an_empty_one_is_removed_and_one_with_changes_stays() throws IOException {
        append(1);
        file.close();
        assertEquals(List.of(1L), numbersAfter(ID, 0));
        file = another();
        file.begin(ID);
        file.close();
        assertFalse(Files.exists(path));
    }
}
