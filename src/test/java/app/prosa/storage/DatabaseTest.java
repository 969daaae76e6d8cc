package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.StoreException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DatabaseTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Pattern MIGRATION = Pattern.compile("V(\\d+)__.*\\.sql");

    @TempDir Path dir = Path.of("");

    @Test
    void the_newest_version_is_that_of_the_newest_file() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
            int newest =
                    files.map(file -> MIGRATION.matcher(file.getFileName().toString()))
                            .filter(name -> name.matches())
                            .mapToInt(name -> Integer.parseInt(name.group(1)))
                            .max()
                            .orElseThrow();
            assertEquals(newest, Schema.NEWEST);
        }
    }

    @Test
    void a_database_is_made_where_there_is_none_and_opens_again() {
        Path deep = dir.resolve("não/existe ainda");
        Conversation chat;
        try (Database database = Database.open(deep)) {
            chat = database.conversations().create(ConversationOptions.DEFAULT, NOON);
        }
        assertTrue(Files.exists(deep.resolve("prosa.mv.db")));
        try (Database database = Database.open(deep)) {
            assertEquals(Optional.of(chat), database.conversations().find(chat.id()));
        }
    }

    @Test
    void a_first_start_that_was_killed_half_way_is_begun_again() throws IOException {
        Files.writeString(dir.resolve("prosa-new.mv.db"), "half a database");
        Database.open(dir).close();
        Database.open(dir).close();
        try (Stream<Path> files = Files.list(dir)) {
            assertEquals(List.of(H2File.in(dir)), files.toList());
        }
    }

    @Test
    void a_database_of_a_newer_version_is_left_alone() throws IOException {
        try (Database database = Database.open(dir)) {
            execute(database, "UPDATE \"flyway_schema_history\" SET \"version\" = '999'");
        }
        assertEquals(StoreException.Cause.NEWER, reasonNotToOpen());
        // Not held open either.
        Files.move(H2File.in(dir), dir.resolve("moved"));
        Database.open(dir).close();
    }

    @Test
    void a_database_is_opened_once() {
        try (Database database = Database.open(dir)) {
            assertEquals(StoreException.Cause.IN_USE, reasonNotToOpen());
            assertEquals(0, database.conversations().counts().conversations());
        }
    }

    @Test
    void use_after_close_is_said_to_be_that() {
        Database database = Database.open(dir);
        database.close();
        StoreException thrown =
                assertThrows(
                        StoreException.class,
                        () -> database.conversations().find(ConversationId.next()));
        assertEquals(StoreException.Cause.UNAVAILABLE, thrown.reason());
    }

    @Test
    void a_file_that_is_no_database_is_corrupt() throws IOException {
        Files.writeString(H2File.in(dir), "this is no database\n".repeat(2_000));
        assertEquals(StoreException.Cause.CORRUPT, reasonNotToOpen());
        assertTrue(Files.readString(H2File.in(dir)).startsWith("this is no database"));
    }

    @Test
    void an_empty_file_is_corrupt() throws IOException {
        Files.createFile(H2File.in(dir));
        assertEquals(StoreException.Cause.CORRUPT, reasonNotToOpen());
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 4_096, 8_192, 20_000, 200_000})
    void a_file_cut_short_is_corrupt_and_left_as_it_is(int left) throws IOException {
        fill();
        byte[] cut = Arrays.copyOf(Files.readAllBytes(H2File.in(dir)), left);
        Files.write(H2File.in(dir), cut);
        assertEquals(StoreException.Cause.CORRUPT, reasonNotToOpen());
        assertArrayEquals(cut, Files.readAllBytes(H2File.in(dir)));
    }

    @Test
    void a_file_that_lost_its_last_bytes_is_corrupt() throws IOException {
        fill();
        byte[] whole = Files.readAllBytes(H2File.in(dir));
        Files.write(H2File.in(dir), Arrays.copyOf(whole, whole.length - 100));
        assertEquals(StoreException.Cause.CORRUPT, reasonNotToOpen());
    }

    @Test
    void a_file_with_its_beginning_zeroed_is_corrupt() throws IOException {
        fill();
        overwrite(0, new byte[8_192]);
        assertEquals(StoreException.Cause.CORRUPT, reasonNotToOpen());
    }

    /** The beginning is there twice. */
    @Test
    void a_file_with_half_of_its_beginning_zeroed_opens() throws IOException {
        fill();
        overwrite(0, new byte[4_096]);
        use();
    }

    @Test
    void a_file_full_of_garbage_is_corrupt() throws IOException {
        fill();
        overwrite(8_192, garbage((int) Files.size(H2File.in(dir)) - 12_288));
        assertEquals(StoreException.Cause.CORRUPT, reasonNotToOpen());
    }

    @Test
    void garbage_in_the_middle_is_noticed_when_it_is_read() throws IOException {
        fill();
        long size = Files.size(H2File.in(dir));
        overwrite(size / 4, garbage((int) size / 2));
        StoreException thrown = assertThrows(StoreException.class, this::use);
        assertEquals(StoreException.Cause.CORRUPT, thrown.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, DISK_FULL",
        "There is not enough space on the disk, DISK_FULL",
        "Read-only file system, READ_ONLY"
    })
    void a_disk_that_takes_no_more_is_said_to_be_that(String words, StoreException.Cause cause) {
        try (Database database = BreakingDisk.database(dir)) {
            ConversationStore store = database.conversations();
            Conversation before = store.create(ConversationOptions.DEFAULT, NOON);
            BreakingDisk.failWith(words);
            for (int i = 0; i < 3; i++) {
                StoreException thrown =
                        assertThrows(
                                StoreException.class,
                                () -> store.create(ConversationOptions.DEFAULT, NOON));
                assertEquals(cause, thrown.reason(), "try " + i);
            }
            BreakingDisk.failWith(null);
            Conversation after = store.create(ConversationOptions.DEFAULT, NOON.plusSeconds(1));
            assertEquals(List.of(after, before), store.page(Query.ALL, null, 10));
        } finally {
            BreakingDisk.failWith(null);
        }
    }

    @Test
    void what_was_told_to_be_stored_is_there_though_its_pages_could_not_be_written() {
        BreakingDisk.register();
        Journal journal = new Journal(dir);
        try (Database database = Database.open(Dialect.H2, BreakingDisk.source(dir), journal)) {
            ConversationStore store = database.conversations();
            BreakingDisk.failWith("No space left on device");
            Conversation first = store.create(ConversationOptions.DEFAULT, NOON);
            StoreException thrown =
                    assertThrows(StoreException.class, () -> database.backup(dir.resolve("b.zip")));
            assertEquals(StoreException.Cause.DISK_FULL, thrown.reason());
            BreakingDisk.failWith(null);
            Conversation second = store.create(ConversationOptions.DEFAULT, NOON.plusSeconds(1));
            assertEquals(List.of(second, first), store.page(Query.ALL, null, 10));
        } finally {
            BreakingDisk.failWith(null);
        }
    }

    @Test
    void a_directory_that_cannot_be_made_is_read_only() {
        Path sys = Path.of("/sys");
        assumeTrue(Files.isDirectory(sys), "no directory here that not even root may write to");
        StoreException thrown =
                assertThrows(StoreException.class, () -> Database.open(sys.resolve("x")).close());
        assertEquals(StoreException.Cause.READ_ONLY, thrown.reason());
    }

    @Test
    void a_server_that_is_not_there_is_unavailable() {
        StoreException thrown =
                assertThrows(
                        StoreException.class,
                        () ->
                                Database.connect("jdbc:postgresql://127.0.0.1:1/x", "a", "secret")
                                        .close());
        assertEquals(StoreException.Cause.UNAVAILABLE, thrown.reason());
        assertFalse(String.valueOf(thrown.getCause()).contains("secret"));
    }

    @Test
    void a_backup_made_in_use_is_a_whole_database() throws IOException {
        Path zip = dir.resolve("backup.zip");
        Conversation chat;
        try (Database database = Database.open(dir)) {
            ConversationStore store = database.conversations();
            chat = store.create(ConversationOptions.DEFAULT, NOON);
            database.backup(zip);
            store.rename(chat.id(), "later", true);
            database.backup(dir.resolve("second.zip"));
        }
        try (Database database = BackupTest.restored(zip, dir.resolve("restored"))) {
            assertEquals(Optional.of(chat), database.conversations().find(chat.id()));
        }
        try (Stream<Path> files = Files.list(dir)) {
            assertTrue(files.noneMatch(file -> file.toString().endsWith(".part")));
        }
    }

    @Test
    void a_backup_that_cannot_be_written_says_so() throws IOException {
        try (Database database = Database.open(dir)) {
            Path file = Files.createFile(dir.resolve("file"));
            assertThrows(StoreException.class, () -> database.backup(file.resolve("b.zip")));
        }
    }

    private static void execute(Database database, String sql) {
        database.inTransaction("test", tx -> tx.update(sql));
    }

    private void fill() {
        try (Database database = Database.open(dir)) {
            Seed.in(database).conversations(500);
            Seed.in(database).conversation(200);
        }
    }

    private void overwrite(long position, byte[] bytes) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(H2File.in(dir).toFile(), "rw")) {
            file.seek(position);
            file.write(bytes);
        }
    }

    private StoreException.Cause reasonNotToOpen() {
        return assertThrows(StoreException.class, () -> Database.open(dir).close()).reason();
    }

    private static byte[] garbage(int size) {
        byte[] garbage = new byte[size];
        new Random(1).nextBytes(garbage);
        return garbage;
    }

    private void use() {
        try (Database database = Database.open(dir)) {
            ConversationStore store = database.conversations();
            for (Conversation one : store.page(Query.ALL, null, 10_000)) {
                store.path(one.id(), 0, 10_000);
            }
            InboundMessage message =
                    new InboundMessage(ChannelKind.WEB, "ana", "hi", "m1", List.of());
            store.receive(message, true, NOON);
        }
    }
}
