package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.telegram.FakeSent;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.Outbox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many people write at once, over the real server, channels and store. */
@SuppressWarnings("NullAway.Init")
class ChannelBurstTest {
    private static final int PEOPLE = 200;
    private static final int MESSAGES = 10;
    private static final long FIRST = 1_000;

    @TempDir Path directory;
    private final Map<Long, List<String>> acknowledged = new ConcurrentHashMap<>();
    private FakeTelegram telegram;
    private ChannelHub hub;

    @BeforeEach
    void open() throws Exception {
        telegram = FakeTelegram.start();
        hub = new ChannelHub(directory, telegram.baseUrl().toString());
        hub.begin();
        hub.await(hub::isOpen);
    }

    @AfterEach
    void close() {
        hub.close();
        telegram.close();
    }

    @Test
    void each_message_of_a_burst_is_taken_once_in_order_and_answered_once() throws Exception {
        Burst burst = new Burst(telegram, hub.port(), acknowledged);
        long start = System.nanoTime();
        burst.begin(FIRST, PEOPLE, MESSAGES, 1).end();
        report(burst, System.nanoTime() - start);
        assertEquals(List.of(), burst.faults());
        assertEquals(PEOPLE, acknowledged.size());
        hub.await(this::isAllAnswered);
        hub.await(hub::isDone);
        System.out.printf(
                "%,d answers, all of them out after %.1f s%n",
                telegram.sent().size(), (System.nanoTime() - start) / 1e9);
        acknowledged.forEach(this::assertHistory);
        acknowledged.forEach(this::assertAnsweredOnce);
        assertEquals(new Outbox.Counts(0, 0, 0, telegram.sent().size()), hub.counts());
    }

    private boolean isAllAnswered() {
        Set<String> answered = new HashSet<>();
        for (FakeSent sent : telegram.sent()) {
            CoveringModel.names(sent.visible()).forEach(name -> answered.add(sent.chat() + name));
        }
        return answered.size() == PEOPLE * MESSAGES;
    }

    private void assertHistory(long person, List<String> said) {
        List<Message> path = hub.path(person);
        assertEquals(
                said,
                path.stream().filter(m -> m.author() == Author.USER).map(m -> m.text()).toList());
        assertTrue(path.stream().allMatch(m -> m.state() == MessageState.COMPLETE));
        assertEquals(
                sentTo(person),
                path.stream()
                        .filter(m -> m.author() == Author.ASSISTANT)
                        .map(m -> m.text())
                        .toList());
    }

    private void assertAnsweredOnce(long person, List<String> said) {
        List<String> answered = new ArrayList<>();
        sentTo(person).forEach(text -> answered.addAll(CoveringModel.names(text)));
        assertEquals(said, answered);
    }

    private List<String> sentTo(long person) {
        return telegram.sent().stream()
                .filter(sent -> sent.chat() == person)
                .map(FakeSent::visible)
                .toList();
    }

    private static void report(Burst burst, long taken) {
        List<Long> nanos = burst.sortedNanos();
        System.out.printf(
                "%,d updates of %d people taken in %.1f s, p50 %.1f ms, p99 %.1f ms, most %.1f ms%n",
                nanos.size(),
                PEOPLE,
                taken / 1e9,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6,
                nanos.getLast() / 1e6);
    }
}
