package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.prosa.storage.JournalFile.Transaction;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalFileTest {
    private static final UUID ID = new UUID(1, 2);

    @TempDir Path dir = Path.of("");

    private Path path;
    private JournalFiles file;

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

    private JournalFiles another() {
        return new JournalFiles(path);
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
    void what_was_written_before_and_after_the_files_changed_places_is_read_in_order()
            throws IOException {
        append(1, 2);
        file.rotate();
        append(3, 4);
        file.rotate(); // the pages lack what is in the other one
        append(5);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), numbersAfter(ID, 0));
        file.forgetOlder(ID);
        assertEquals(List.of(3L, 4L, 5L), numbersAfter(ID, 2));
        file.rotate();
        append(6);
        assertEquals(List.of(3L, 4L, 5L, 6L), numbersAfter(ID, 2));
        file.forgetOlder(ID);
        assertEquals(List.of(6L), numbersAfter(ID, 5));
    }

    @Test
    void a_gap_ends_what_is_done_again() throws IOException {
        append(1, 2);
        file.rotate();
        append(4, 5);
        assertEquals(List.of(1L, 2L), numbersAfter(ID, 0));
    }

    @Test
    void files_do_not_change_places_while_something_was_taken_back_that_could_not_be_removed()
            throws IOException {
        JournalFiles files = new JournalFiles(path, Untruncatable::new);
        files.begin(ID);
        files.append(ID, 1, List.of(Change.of("A", 1)));
        long end = files.size();
        files.append(ID, 2, List.of(Change.of("A", 2)));
        files.cut(end);
        files.rotate();
        files.append(ID, 2, List.of(Change.of("A", 3)));
        List<Transaction> read = another().after(ID, 1);
        assertEquals(List.of(3), read.getFirst().changes().getFirst().parameters());
        files.close();
    }

    /** A file that can be emptied, but not be made shorter. */
    private static final class Untruncatable implements JournalFile.Storage {
        private final RandomAccessFile file;

        Untruncatable(Path path) throws IOException {
            file = new RandomAccessFile(path.toFile(), "rw");
        }

        @Override
        public void write(long position, byte[] bytes, int length) throws IOException {
            file.seek(position);
            file.write(bytes, 0, length);
        }

        @Override
        public void truncate(long to) throws IOException {
            if (to > 0) {
                throw new IOException("No");
            }
            file.setLength(0);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
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

    /** A disk with so much room. */
    private static JournalFile.Disk disk(AtomicLong room) {
        return path -> {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            return new JournalFile.Storage() {
                @Override
                public void write(long position, byte[] bytes, int length) throws IOException {
                    if (position + length > room.get()) {
                        throw new IOException("No space left on device");
                    }
                    file.seek(position);
                    file.write(bytes, 0, length);
                }

                @Override
                public void truncate(long to) throws IOException {
                    file.setLength(to);
                }

                @Override
                public void close() throws IOException {
                    file.close();
                }
            };
        };
    }

    private static void append(Journal journal, String what) throws IOException {
        journal.append(List.of(Change.of(what)));
    }

    /** There was room for its head and not for a transaction. */
    @Test
    void a_file_that_could_not_be_begun_has_its_head_once_there_is_room() throws IOException {
        Path other = dir.resolve("other");
        AtomicLong room = new AtomicLong(10);
        Journal journal = new Journal(new JournalFiles(other, disk(room)), new Refused(dir), 1_000);
        assertThrows(IOException.class, () -> append(journal, "A"));
        room.set(20);
        assertThrows(IOException.class, () -> append(journal, "B"));
        room.set(1_000);
        append(journal, "C");
        append(journal, "D");
        List<Transaction> found = new JournalFiles(other).after(new UUID(0, 0), 0);
        assertEquals(
                List.of("C", "D"), found.stream().map(one -> one.changes().get(0).sql()).toList());
    }
}
