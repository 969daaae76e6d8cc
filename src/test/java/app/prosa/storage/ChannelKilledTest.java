package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.DueTurns.Due;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Opening;
import app.prosa.conversation.delivery.DueTurns.Written;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A kill before, within and after any write of a turn: one answer comes out. */
@Timeout(120)
class ChannelKilledTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final int KILLS = 20;
    private static final int TURNS = 30;

    @TempDir Path dir = Path.of("");

    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Set<MessageId> sent = ConcurrentHashMap.newKeySet();
    private final List<Kill> kills = new ArrayList<>();

    /** The files as they were, and what had been told by then. */
    private record Kill(Path files, Set<String> taken, Set<MessageId> sent) {}

    @AfterEach
    void watchNoMore() {
        BreakingDisk.watchNoMore();
    }

    private void maybeKill(Random random, int oneIn) {
        if (kills.size() < KILLS && random.nextInt(oneIn) == 0) {
            Set<String> takenNow = Set.copyOf(taken);
            Set<MessageId> sentNow = Set.copyOf(sent);
            Path files = BreakingDisk.copy(dir, dir.resolve("kill" + kills.size()));
            kills.add(new Kill(files, takenNow, sentNow));
        }
    }

    /**
     * @param oneIn so many writes there are for a kill
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 12", "2, 1, 30", "3, 1, 5", "4, 4, 30", "5, 4, 8"})
    void one_answer_comes_out(long seed, int threads, int oneIn) throws Exception {
        Random random = new Random(seed);
        try (Database database = BreakingDisk.database(dir)) {
            BreakingDisk.watch(() -> maybeKill(random, oneIn));
            try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<?>> ends = new ArrayList<>();
                for (int i = 0; i < threads; i++) {
                    int thread = i;
                    ends.add(executor.submit(() -> turns(database, thread)));
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

    private void turns(Database database, int thread) {
        for (int turn = 0; turn < TURNS; turn++) {
            String text = thread + " " + turn;
            ConversationId id =
                    database.channels()
                            .correspondents()
                            .receive(arrival("user " + thread % 2, text), NOON)
                            .received()
                            .conversation()
                            .id();
            taken.add(text);
            answer(database, id, "thread " + thread);
            send(database, id);
            if (turn % 10 == 9) {
                database.backup(dir.resolve(text + ".zip")); // writes the pages
            }
        }
    }

    private static Arrival arrival(String user, String text) {
        return ChannelContract.arrival(
                ChannelContract.telegram(user, text, text),
                Standing.ADMITTED,
                ChannelContract.NOW,
                NOON);
    }

    private static void answer(Database database, ConversationId id, String owner) {
        Opening opening = database.channels().turns().open(id, owner, NOON.plusSeconds(60), NOON);
        if (opening instanceof Opened opened) {
            MessageId reply = opened.reply().id();
            database.conversations().checkpoint(reply, "ans", "");
            database.conversations().finish(reply, MessageState.COMPLETE, "answer", "", null, null);
        }
        if (opening instanceof Opened || opening instanceof Written) {
            database.channels().turns().close(id, owner, NOON);
        }
    }

    private void send(Database database, ConversationId id) {
        ChannelStore channels = database.channels();
        for (Part part : channels.outbox().ready(ChannelContract.ACCOUNT, NOON, 100)) {
            if (part.conversation().equals(id)) {
                channels.outbox().split(part.id(), List.of(new Part.Text("a", "b")));
                if (channels.outbox().begin(part.id(), NOON).isPresent()) {
                    channels.outbox().settle(part.id(), new Sent("p" + part.id()));
                    sent.add(part.message());
                }
            }
        }
    }

    private void check(Kill kill) {
        String where = kill.files.getFileName().toString();
        try (Database database = Database.open(kill.files)) {
            for (Part part : parts(database)) {
                boolean told = kill.sent.contains(part.message());
                assertTrue(!told || part.state() == DeliveryState.SENT, where);
            }
            for (String text : kill.taken) {
                String user = "user " + Integer.parseInt(text.substring(0, 1)) % 2;
                assertTrue(
                        database.channels()
                                .correspondents()
                                .receive(arrival(user, text), NOON)
                                .received()
                                .repeat(),
                        where);
            }
            database.conversations().interruptUnfinished();
            for (int round = 0; round < 5; round++) {
                for (Due due : database.channels().turns().earliest(100)) {
                    answer(database, due.conversation(), "after the kill");
                }
            }
            assertEquals(List.of(), database.channels().turns().earliest(100), where);
            List<Conversation> all = database.conversations().page(Query.ALL, null, 100);
            for (Conversation one : all) {
                isAnswered(database, one, where);
            }
        }
    }

    private static List<Part> parts(Database database) {
        return database
                .read(
                        "test",
                        reads -> reads.list(OutboxRows.SELECT + "ORDER BY o.id", OutboxRows::read))
                .stream()
                .map(OutboxRow::part)
                .toList();
    }

    private static void isAnswered(Database database, Conversation one, String where) {
        List<Message> path = database.conversations().path(one.id(), 0, 1_000);
        assertEquals(Author.ASSISTANT, path.getLast().author(), where);
        assertEquals(
                path.stream()
                        .filter(message -> message.author() == Author.ASSISTANT)
                        .filter(message -> message.state() == MessageState.COMPLETE)
                        .map(Message::id)
                        .toList(),
                parts(database).stream()
                        .filter(part -> part.conversation().equals(one.id()))
                        .map(Part::message)
                        .toList(),
                where);
    }
}
