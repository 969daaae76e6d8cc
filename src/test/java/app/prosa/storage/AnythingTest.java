package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done to a store, what it shows is what a kill would leave. */
@Timeout(120)
class AnythingTest {
    @TempDir Path dir = Path.of("");

    private Database database;
    private int copies;

    @BeforeEach
    void open() {
        database = BreakingDisk.database(dir);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void what_one_does(long seed) {
        Deeds deeds = new Deeds(database.conversations(), seed, "one", true);
        for (int round = 0; round < 4; round++) {
            deeds.some(120);
            sameAfterAKill();
            if (round == 1) {
                database.backup(dir.resolve("backup.zip")); // writes the pages
                sameAfterAKill();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void what_many_do(long seed) throws Exception {
        ConversationStore store = database.conversations();
        List<Deeds> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(new Deeds(store, 10 * seed + i, "number " + i, false));
        }
        for (int round = 0; round < 4; round++) {
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> ends = new ArrayList<>();
                all.forEach(one -> ends.add(threads.submit(() -> one.some(80))));
                for (Future<?> end : ends) {
                    end.get();
                }
            }
            sameAfterAKill();
        }
    }

    private void sameAfterAKill() {
        Path copy = dir.resolve("copy" + copies++);
        BreakingDisk.still(() -> BreakingDisk.copy(dir, copy));
        List<String> shown = Contents.of(database);
        try (Database killed = Database.open(copy)) {
            List<String> left = Contents.of(killed);
            for (int i = 0; i < Math.min(left.size(), shown.size()); i++) {
                assertEquals(shown.get(i), left.get(i));
            }
            assertEquals(shown.size(), left.size());
        }
        isWhole(database.conversations());
    }

    private static void isWhole(ConversationStore store) {
        List<Conversation> all = new ArrayList<>(store.page(Query.ALL, null, 10_000));
        all.addAll(store.page(new Query(true, ""), null, 10_000));
        assertEquals(all.size(), store.counts().conversations());
        for (Conversation one : all) {
            List<Message> path = store.path(one.id(), 0, Integer.MAX_VALUE);
            assertEquals(one.size(), path.size(), "messages of " + one);
            for (int i = 0; i < path.size(); i++) {
                assertEquals(i, path.get(i).position());
                assertEquals(i == 0 ? null : path.get(i - 1).id(), path.get(i).parentId());
                List<Message> versions = store.versions(path.get(i).id());
                assertTrue(versions.contains(path.get(i)));
                assertEquals(path.get(i).versions(), versions.size());
            }
        }
    }
}
