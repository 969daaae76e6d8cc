package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kills before, within and after any write to the journal's files or H2's. */
@Timeout(120)
class KilledAnywhereTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int KILLS = 14;
    private static final int TURNS = 150;

    @TempDir Path dir = Path.of("");

    /** What was said to be stored: ids of messages, and of replies with their answers. */
    private final Map<MessageId, String> told = new ConcurrentHashMap<>();

    private final Map<String, MessageId> names = new ConcurrentHashMap<>();
    private final List<Kill> kills = new ArrayList<>();

    /** The files as they were, and what had been told by then. */
    private record Kill(Path files, Map<MessageId, String> told, Map<String, MessageId> names) {}

    @AfterEach
    void watchNoMore() {
        BreakingDisk.watchNoMore();
    }

    /** Under the lock of all writes. */
    private void maybeKill(Random random, int oneIn) {
        if (kills.size() < KILLS && random.nextInt(oneIn) == 0) {
            Map<MessageId, String> toldNow = Map.copyOf(told);
            Map<String, MessageId> namesNow = Map.copyOf(names);
            Path files = BreakingDisk.copy(dir, dir.resolve("kill" + kills.size()));
            kills.add(new Kill(files, toldNow, namesNow));
        }
    }

    private void turn(ConversationStore store, Random random, String name) {
        List<Attachment> with =
                random.nextInt(5) > 0
                        ? List.of()
                        : List.of(new Attachment("a", "text/plain", new byte[100]));
        InboundMessage message =
                new InboundMessage(
                        ChannelKind.WEB, "user " + random.nextInt(12), "text " + name, name, with);
        Received received = store.receive(message, true, NOON);
        told.put(received.message().id(), received.message().text());
        names.put(name, received.message().id());
        Message reply = received.reply();
        if (reply != null) {
            told.put(reply.id(), "");
            store.checkpoint(reply.id(), "so far", "");
            store.finish(reply.id(), MessageState.COMPLETE, name, "", null, null);
            told.put(reply.id(), name);
        }
        if (random.nextInt(10) == 0) {
            store.pin(received.conversation().id(), random.nextBoolean());
        }
    }

    /**
     * @param oneIn so many writes there are for a kill
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 40", "2, 1, 60", "3, 1, 5", "4, 4, 70", "5, 4, 30", "6, 4, 15"})
    void nothing_that_was_told_is_lost(long seed, int threads, int oneIn) throws Exception {
        Random random = new Random(seed);
        AtomicInteger turns = new AtomicInteger();
        try (Database database = BreakingDisk.database(dir)) {
            BreakingDisk.watch(() -> maybeKill(random, oneIn));
            ConversationStore store = database.conversations();
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> ends = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    Random own = new Random(100 * seed + i);
                    ends.add(executor.submit(() -> turns(database, store, own, turns)));
                }
                for (Future<?> end : ends) {
                    end.get();
                }
            }
        } finally {
            BreakingDisk.watchNoMore();
        }
        assertTrue(kills.size() > 2, kills.size() + " kills");
        for (Kill kill : kills) {
            check(kill);
        }
    }

    private void turns(
            Database database, ConversationStore store, Random random, AtomicInteger turns) {
        for (int turn = turns.getAndIncrement(); turn < TURNS; turn = turns.getAndIncrement()) {
            turn(store, random, "name " + turn);
            if (turn % 20 == 19) {
                database.backup(dir.resolve("backup" + turn + ".zip")); // writes the pages
            }
        }
    }

    private static void check(Kill kill) {
        String where = kill.files.getFileName().toString();
        try (Database database = Database.open(kill.files)) {
            ConversationStore store = database.conversations();
            kill.told.forEach((id, text) -> {
                Message found = store.message(id).orElseThrow(() -> new AssertionError(where));
                if (!text.isEmpty()) {
                    assertEquals(text, found.text(), where);
                }
            });
            kill.names.forEach((name, id) -> {
                InboundMessage again =
                        new InboundMessage(ChannelKind.WEB, "who", "again", name, List.of());
                assertEquals(id, store.receive(again, true, NOON).message().id(), where);
            });
            store.interruptUnfinished();
            for (Conversation one : store.page(Query.ALL, null, 1_000)) {
                isStraight(store, one);
                InboundMessage more =
                        new InboundMessage(ChannelKind.WEB, one.userId(), "more", null, List.of());
                Received received = store.receive(more, true, NOON);
                assertEquals(one.size(), received.message().position(), where);
                isStraight(store, received.conversation());
            }
        }
    }

    private static void isStraight(ConversationStore store, Conversation one) {
        List<Message> path = store.path(one.id(), 0, Integer.MAX_VALUE);
        assertEquals(one.size(), path.size());
        for (int i = 0; i < path.size(); i++) {
            assertEquals(i, path.get(i).position());
        }
    }
}
