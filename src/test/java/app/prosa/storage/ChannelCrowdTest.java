package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.DueTurns.Due;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Written;
import app.prosa.conversation.delivery.Outbox.Again;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A crowd that writes, is answered and gets its answers; on the server from two programs. */
@Timeout(120)
class ChannelCrowdTest extends ChannelContract {
    private static final int THREADS = 16;
    private static final int MESSAGES = 240;
    private static final int USERS = 6;

    /** So late that nothing has to be waited for. */
    private static final Instant LATE = NOON.plusSeconds(500);

    private final AtomicInteger messages = new AtomicInteger();
    private final AtomicInteger names = new AtomicInteger();

    /** What the platform got, by conversation. */
    private final Map<ConversationId, List<Long>> got = new ConcurrentHashMap<>();

    private final Map<ConversationId, AtomicInteger> sending = new ConcurrentHashMap<>();

    @Test
    void everything_is_answered_once_and_in_its_order() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> ends = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                ends.add(threads.submit(() -> work(thread)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        for (int i = 0; next().isPresent() || outbox.next(ACCOUNT).isPresent(); i++) {
            assertTrue(i < 2 * MESSAGES, "it comes to no end");
            answer(database, "last", new Random(i));
            send(database.channels(), new Random(i));
        }
        check();
    }

    private void work(int thread) {
        Database mine = thread % 2 == 0 ? database : kind.ofAnotherProgram();
        Random random = new Random(thread);
        for (int i = messages.getAndIncrement(); i < MESSAGES; i = messages.getAndIncrement()) {
            String user = "user " + random.nextInt(USERS);
            mine.channels()
                    .correspondents()
                    .receive(
                            arrival(
                                    telegram(user, "message " + i, "m" + i),
                                    Standing.ADMITTED,
                                    random.nextBoolean() ? NOW : ANSWER,
                                    NOON),
                            NOON);
            answer(mine, "thread " + thread, random);
            send(mine.channels(), random);
        }
    }

    private static void answer(Database with, String owner, Random random) {
        for (Due due : with.channels().turns().earliest(3)) {
            ConversationId id = due.conversation();
            switch (with.channels().turns().open(id, owner, LATE.plusSeconds(600), LATE)) {
                case Opened opened -> {
                    boolean fails = random.nextInt(6) == 0;
                    with.conversations()
                            .finish(
                                    opened.reply().id(),
                                    fails ? MessageState.FAILED : MessageState.COMPLETE,
                                    fails ? "" : "answer",
                                    "",
                                    null,
                                    null);
                    if (fails) {
                        with.channels().turns().retry(id, owner, NOON);
                    } else {
                        with.channels().turns().close(id, owner, NOON);
                    }
                }
                case Written _ -> with.channels().turns().close(id, owner, NOON);
                default -> {}
            }
        }
    }

    private void send(ChannelStore with, Random random) {
        for (Part part : with.outbox().ready(ACCOUNT, LATE, 3)) {
            if (part.isWhole()) {
                with.outbox()
                        .split(
                                part.id(),
                                List.of(new Part.Text("a", "a"), new Part.Text("b", "b")));
            } else if (with.outbox().begin(part.id(), LATE).isPresent()) {
                AtomicInteger now =
                        sending.computeIfAbsent(part.conversation(), _ -> new AtomicInteger());
                assertEquals(1, now.incrementAndGet(), "sent at the same moment");
                boolean again = random.nextInt(6) == 0;
                if (!again) {
                    got.computeIfAbsent(part.conversation(), _ -> new CopyOnWriteArrayList<>())
                            .add(part.id());
                }
                now.decrementAndGet();
                with.outbox()
                        .settle(
                                part.id(),
                                again
                                        ? new Again(NOON, Trouble.SERVER)
                                        : new Sent("p" + names.incrementAndGet()));
            }
        }
    }

    private void check() {
        int answers = 0;
        for (int i = 0; i < USERS; i++) {
            ConversationId id =
                    correspondents.find(address("user " + i)).orElseThrow().conversation();
            List<Message> path = store.path(id, 0, 10_000);
            assertEquals(Author.ASSISTANT, path.getLast().author());
            List<Long> sent = got.getOrDefault(id, List.of());
            assertEquals(sent.stream().sorted().toList(), sent, "in their order");
            assertEquals(sent.size(), new HashSet<>(sent).size(), "none twice");
            List<Message> replies =
                    path.stream().filter(m -> m.author() == Author.ASSISTANT).toList();
            for (Message reply : replies) {
                boolean complete = reply.state() == MessageState.COMPLETE;
                assertEquals(complete ? 2 : 0, parts(reply.id()).size());
            }
            answers += parts(replies).size();
        }
        assertEquals(MESSAGES, store.counts().messages() - replies());
        assertTrue(answers > 0);
    }

    private List<Part> parts(List<Message> replies) {
        List<Part> all = replies.stream().flatMap(reply -> parts(reply.id()).stream()).toList();
        all.forEach(part -> assertEquals(DeliveryState.SENT, part.state()));
        assertEquals(
                all.stream().map(Part::id).toList(),
                all.isEmpty() ? List.of() : got.get(all.getFirst().conversation()));
        return all;
    }

    private long replies() {
        return database.read(
                        "test",
                        reads ->
                                reads.first(
                                        "SELECT COUNT(*) FROM message WHERE author = 'ASSISTANT'"
                                                + " AND active = TRUE",
                                        Row::big))
                .orElseThrow();
    }
}
