package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk is full for the journal, for H2's file or for both, and has room again. */
@Timeout(120)
class FullDiskTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String FULL = "No space left on device";
    private static final String PAGES = ".mv.db";
    private static final long MOST = 20_000;

    @TempDir Path dir = Path.of("");

    private Database database;
    private ConversationStore store;
    private final List<Message> told = new ArrayList<>();

    @BeforeEach
    void open() {
        database = BreakingDisk.database(dir);
        store = database.conversations();
        send();
        database.read("test", reads -> true);
    }

    @AfterEach
    void close() {
        BreakingDisk.failWith(null);
        database.close();
    }

    private void send() {
        finish(receive("ana" + told.size() % 3, "name " + told.size()));
    }

    /** The tables need not be asked about it. */
    private void sendAgain() {
        finish(receive("ana0", null));
    }

    private @Nullable Message receive(String user, @Nullable String name) {
        String text = "text " + told.size();
        InboundMessage message = new InboundMessage(ChannelKind.WEB, user, text, name, List.of());
        Received received = store.receive(message, true, NOON);
        assertTrue(!received.repeat());
        told.add(received.message());
        return received.reply();
    }

    private void finish(@Nullable Message reply) {
        if (reply != null) {
            assertTrue(
                    store.finish(reply.id(), MessageState.COMPLETE, "answer", "", null, null)
                            .isPresent());
        }
    }

    private void pagesCannotBeWritten() {
        BreakingDisk.failWith(FULL, PAGES);
        tried(this::send); // or the pages may have all of it already
        assertFull(() -> database.backup(dir.resolve("b.zip")));
    }

    private static void assertFull(Executable call) {
        StoreException thrown = assertThrows(StoreException.class, call);
        assertEquals(StoreException.Cause.DISK_FULL, thrown.reason(), () -> trace(thrown));
    }

    private void reopened() {
        BreakingDisk.failWith(null);
        database.close();
        database = Database.open(dir);
        store = database.conversations();
    }

    private void allIsThere() {
        for (Message message : told) {
            assertEquals(message, store.message(message.id()).orElseThrow());
        }
        for (int i = 0; i < 3; i++) {
            store.find(ChannelKind.WEB, "ana" + i)
                    .ifPresent(chat -> {
                        List<Message> path = store.path(chat.id(), 0, Integer.MAX_VALUE);
                        assertEquals(chat.size(), path.size());
                        for (int at = 0; at < path.size(); at++) {
                            assertEquals(at, path.get(at).position());
                        }
                    });
        }
    }

    @Test
    void whoever_closes_after_pages_could_not_be_written_finds_all_of_it() {
        store.rename(told.getFirst().conversationId(), "a title", true);
        pagesCannotBeWritten();
        reopened();
        allIsThere();
        assertEquals("a title", store.find(told.getFirst().conversationId()).orElseThrow().title());
    }

    @Test
    void whoever_reads_after_pages_could_not_be_written_sees_all_of_it() {
        send();
        send();
        database.read("test", reads -> true);
        pagesCannotBeWritten();
        BreakingDisk.failWith(null);
        allIsThere();
    }

    /**
     * A new connection has H2 write its pages at the next end of whatever: here, of what is undone.
     */
    private void fileIsGivenUp(String where) {
        assertFull(() ->
                database.inTransaction(
                        "test",
                        tx -> {
                            tx.update("UPDATE conversation SET unread = 7");
                            BreakingDisk.source(dir).getConnection().close();
                            BreakingDisk.failWith(FULL, where);
                            return true;
                        }));
    }

    @Test
    void whoever_comes_after_h2_gave_its_file_up_in_silence_is_served() {
        fileIsGivenUp("");
        BreakingDisk.failWith(null);
        allIsThere();
    }

    /** Such as when the program has too many files open. */
    @Test
    void a_journal_that_cannot_be_read_for_a_while_is_kept() throws IOException {
        send();
        database.read("test", reads -> true);
        pagesCannotBeWritten();
        BreakingDisk.failWith(null);
        List<Path> files = List.of(H2File.journal(dir), JournalFiles.second(H2File.journal(dir)));
        for (Path file : files) {
            Files.move(file, moved(file));
            Files.createDirectory(file);
        }
        for (int i = 0; i < 2; i++) {
            assertThrows(StoreException.class, () -> database.backup(dir.resolve("b.zip")));
        }
        database.close();
        for (Path file : files) {
            Files.deleteIfExists(file);
            Files.move(moved(file), file);
        }
        reopened();
        allIsThere();
    }

    private static Path moved(Path file) {
        return file.resolveSibling("moved " + file.getFileName());
    }

    @Test
    void what_comes_while_pages_cannot_be_written_is_stored() {
        pagesCannotBeWritten();
        for (int i = 0; i < 10; i++) {
            sendAgain();
        }
        BreakingDisk.failWith(null);
        allIsThere();
        send();
        reopened();
        allIsThere();
    }

    /** The journal's disk, too, would be full in the end. */
    @Test
    void what_comes_while_pages_cannot_be_written_is_refused_once_it_is_too_much() {
        database.close();
        database = BreakingDisk.database(dir, MOST);
        store = database.conversations();
        send();
        sendAgain();
        pagesCannotBeWritten();
        Message open = receive("ana0", null);
        int before = told.size();
        assertFull(() -> {
            for (int i = 0; i < 1_000; i++) {
                sendAgain();
            }
        });
        assertTrue(told.size() > before);
        assertTrue(journalBytes() < 2 * MOST, () -> journalBytes() + " bytes");
        finish(open);
        assertFull(this::sendAgain);
        BreakingDisk.failWith(null);
        whenThereIsRoom(this::sendAgain);
        allIsThere();
        reopened();
        allIsThere();
    }

    /** H2 gave its file up by itself before anybody tried to write the pages. */
    @Test
    void what_comes_while_the_file_cannot_be_opened_is_refused_once_it_is_too_much() {
        database.close();
        database = BreakingDisk.database(dir, MOST);
        store = database.conversations();
        send();
        sendAgain();
        fileIsGivenUp(PAGES);
        assertFull(() -> database.inTransaction("test", tx -> true));
        assertFull(() -> {
            for (int i = 0; i < 1_000; i++) {
                sendAgain();
            }
        });
        BreakingDisk.failWith(null);
        whenThereIsRoom(this::sendAgain);
        allIsThere();
    }

    private long journalBytes() {
        Path journal = H2File.journal(dir);
        return journal.toFile().length() + JournalFiles.second(journal).toFile().length();
    }

    /** It is seen to without anybody asking for it. */
    private static void whenThereIsRoom(Runnable call) {
        while (true) {
            try {
                call.run();
                return;
            } catch (StoreException e) {
                assertEquals(StoreException.Cause.DISK_FULL, e.reason());
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void a_full_journal_says_so_and_stores_nothing_of_what_failed() {
        BreakingDisk.failWith(FULL, "");
        for (int i = 0; i < 3; i++) {
            assertFull(this::send);
        }
        BreakingDisk.failWith(null);
        send();
        allIsThere();
        reopened();
        allIsThere();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatever_is_full_and_when_nothing_that_was_told_is_lost(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 60; i++) {
            switch (random.nextInt(12)) {
                case 0 -> BreakingDisk.failWith(FULL, PAGES);
                case 1 -> BreakingDisk.failWith(FULL, ".journal");
                case 2 -> BreakingDisk.failWith(FULL, ".journal2");
                case 3 -> BreakingDisk.failWith(FULL, "");
                case 4, 5 -> BreakingDisk.failWith(null);
                case 6 -> tried(() -> database.backup(dir.resolve("b.zip")));
                case 7 -> tried(() -> store.counts());
                case 8 -> tried(() -> store.markRead(told.getFirst().conversationId()));
                default -> tried(this::send);
            }
        }
        BreakingDisk.failWith(null);
        if (random.nextBoolean()) {
            allIsThere();
            send();
        }
        Path killed = dir.resolve("killed");
        BreakingDisk.still(() -> BreakingDisk.copy(dir, killed));
        reopened();
        allIsThere();
        List<String> left = Contents.of(database);
        try (Database other = Database.open(killed)) {
            assertEquals(left, Contents.of(other));
        }
    }

    private static void tried(Runnable call) {
        try {
            call.run();
        } catch (StoreException e) {
            assertEquals(StoreException.Cause.DISK_FULL, e.reason(), () -> trace(e));
        }
    }

    private static String trace(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            all.append(at).append('\n');
        }
        return all.toString();
    }
}
