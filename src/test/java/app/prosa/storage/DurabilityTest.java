package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.InboundMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the file holds the moment a change returns. */
@Timeout(120)
class DurabilityTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path dir = Path.of("");

    private Database database;
    private ConversationStore store;
    private Conversation chat;

    @BeforeEach
    void open() {
        database = Database.open(dir);
        store = database.conversations();
        chat = store.create(ConversationOptions.DEFAULT, NOON);
        // Or the file has no gaps before it is 45 seconds old.
        database.inTransaction("test", tx -> tx.update("SET RETENTION_TIME 0"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void every_commit_is_found_after_a_kill_wherever_in_the_file_it_went() throws IOException {
        List<Integer> lost = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            store.rename(chat.id(), "title " + i, true);
            if (!titleAfterAKill().equals("title " + i)) {
                lost.add(i);
            }
        }
        assertEquals(List.of(), lost);
    }

    /** Nobody writes meanwhile, so a copy of the files is what a kill would leave. */
    private String titleAfterAKill() throws IOException {
        Path killed = Files.createDirectories(dir.resolve("killed"));
        Files.copy(H2File.in(dir), H2File.in(killed), StandardCopyOption.REPLACE_EXISTING);
        Path journal = H2File.journal(dir);
        for (Path file : List.of(journal, JournalFiles.second(journal))) {
            Path copy = killed.resolve(file.getFileName());
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        try (Database opened = Database.open(killed)) {
            return opened.conversations().find(chat.id()).orElseThrow().title();
        }
    }

    /** What they hold is some 3 KB each; untidied, the file has 16 KB for each. */
    @Test
    void the_file_does_not_keep_what_commits_leave_behind() throws IOException {
        int messages = 2000;
        List<Conversation> chats =
                Stream.generate(() -> store.create(ConversationOptions.DEFAULT, NOON))
                        .limit(50)
                        .toList();
        for (int i = 0; i < messages; i++) {
            String to = chats.get(i % chats.size()).userId();
            store.receive(InboundMessage.typed(to, "message " + i, List.of()), true, NOON);
        }
        long each = Files.size(H2File.in(dir)) / messages;
        assertTrue(each < 10_000, each + " bytes for each message");
    }

    @Test
    void a_change_that_fails_takes_none_with_it_that_waited_beside_it() throws Exception {
        int changes = 200;
        CountDownLatch all = new CountDownLatch(changes);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Conversation>> ends =
                    IntStream.range(0, changes)
                            .mapToObj(i -> callers.submit(() -> change(i, all)))
                            .toList();
            for (int i = 0; i < changes; i++) {
                Future<Conversation> end = ends.get(i);
                if (i % 7 == 3) {
                    ExecutionException thrown = assertThrows(ExecutionException.class, end::get);
                    assertTrue(String.valueOf(thrown.getMessage()).endsWith("change " + i));
                } else {
                    assertEquals(end.get(), store.find(end.get().id()).orElseThrow());
                }
            }
        }
        assertEquals(1 + IntStream.range(0, changes).filter(i -> i % 7 != 3).count(), count());
    }

    private Conversation change(int i, CountDownLatch all) throws InterruptedException {
        ConversationId id = ConversationId.next();
        all.countDown();
        all.await();
        return database.inTransaction(
                "test",
                tx -> {
                    ConversationRow row =
                            new ConversationRow(
                                    tx.nextNumber(), id, ChannelKind.DESKTOP, id.toString(), NOON);
                    ConversationRows.insert(tx, row);
                    if (i % 7 == 3) {
                        throw new IllegalStateException("change " + i);
                    }
                    return row.conversation();
                });
    }

    private long count() {
        return store.counts().conversations();
    }
}
