package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Mode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Changes that share a commit, and what is known of their conversations afterwards. */
@Timeout(60)
class TogetherTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path dir = Path.of("");

    private Database database;
    private ConversationStore store;
    private ConversationId ana;

    @BeforeEach
    void open() {
        database = Database.open(dir);
        store = database.conversations();
        ana = send("one", true).conversation().id();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private ConversationStore.Received send(String text, boolean alone) {
        List<Attachment> with =
                alone ? List.of() : List.of(new Attachment("a", "text/plain", new byte[3]));
        return store.receive(
                new InboundMessage(ChannelKind.WEB, "ana", text, null, with), true, NOON);
    }

    /** Each begins to wait after the one before it, and all are done as one. */
    private void together(Runnable... changes) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            all.add(callers.submit(() -> database.inTransaction("test", tx -> hold(begun, go))));
            begun.await();
            for (Runnable change : changes) {
                Thread caller = Thread.ofPlatform().unstarted(change);
                caller.start();
                while (caller.getState() != Thread.State.WAITING) {
                    Thread.onSpinWait();
                }
                all.add(callers.submit(() -> join(caller)));
            }
            go.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private static boolean hold(CountDownLatch begun, CountDownLatch go) {
        begun.countDown();
        return join(go);
    }

    private static boolean join(CountDownLatch go) {
        try {
            go.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean join(Thread caller) {
        try {
            caller.join();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_came_after_a_message_is_not_forgotten_for_it() throws Exception {
        together(() -> send("two", false), () -> store.setMode(ana, Mode.HUMAN));
        assertEquals(null, send("three", true).reply());
        assertEquals(Mode.HUMAN, store.find(ana).orElseThrow().mode());
    }

    @Test
    void a_message_that_came_after_an_end_does_not_go_into_what_was_erased() throws Exception {
        together(() -> send("two", false), () -> store.erase(ana));
        send("three", true);
        assertEquals(new Counts(1, 2, 0), store.counts());
    }
}
