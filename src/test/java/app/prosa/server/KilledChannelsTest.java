package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.telegram.FakeSent;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Delivery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds: {@code -Dprosa.kill.channels.rounds=20}. */
class KilledChannelsTest {
    private static final int ROUNDS = Integer.getInteger("prosa.kill.channels.rounds", 2);
    private static final int PEOPLE = 100;
    private static final int MESSAGES = 20;
    private static final long FIRST = 1_000;
    private static final int LONGEST_MILLIS = 3_000;

    @TempDir Path directory;
    private final Map<Long, List<String>> acknowledged = new ConcurrentHashMap<>();
    private int repeated;
    private int marked;

    @Test
    void what_was_acknowledged_is_answered_after_kills_and_what_came_twice_is_marked()
            throws Exception {
        try (FakeTelegram telegram = FakeTelegram.start()) {
            for (int round = 0; round < ROUNDS; round++) {
                writeAndKill(telegram, 1 + round * MESSAGES);
            }
            try (ChannelHub hub = new ChannelHub(directory, telegram.baseUrl().toString())) {
                hub.begin();
                hub.await(() -> isAllAnswered(telegram) && hub.isDone());
                Map<Long, List<String>> sent = sent(telegram);
                for (long person : acknowledged.keySet()) {
                    assertKept(hub, person, sent.getOrDefault(person, List.of()));
                }
            }
            System.out.printf(
                    "%d kills: %,d acknowledged, %,d texts sent, %d of them twice, %d marked so%n",
                    ROUNDS,
                    acknowledged.values().stream().mapToInt(List::size).sum(),
                    telegram.sent().size(),
                    repeated,
                    marked);
        }
    }

    private void writeAndKill(FakeTelegram telegram, int firstName) throws Exception {
        List<String> arguments = List.of(directory.toString(), telegram.baseUrl().toString());
        try (HubProgram program = new HubProgram(KilledChannels.class, arguments)) {
            int before = total();
            Burst burst = new Burst(telegram, program.port(), acknowledged);
            burst.begin(FIRST, PEOPLE, MESSAGES, firstName);
            long pause = 100 + ThreadLocalRandom.current().nextLong(LONGEST_MILLIS);
            assertFalse(program.endsWithin(pause), program::toString);
            burst.killed();
            program.kill();
            burst.end();
            assertEquals(List.of(), burst.faults());
            assertTrue(total() > before, "it was killed before it took anything");
        }
    }

    private int total() {
        return acknowledged.values().stream().mapToInt(List::size).sum();
    }

    private static Map<Long, List<String>> sent(FakeTelegram telegram) {
        return telegram.sent().stream()
                .collect(
                        Collectors.groupingBy(
                                FakeSent::chat,
                                Collectors.mapping(FakeSent::visible, Collectors.toList())));
    }

    private boolean isAllAnswered(FakeTelegram telegram) {
        Map<Long, List<String>> sent = sent(telegram);
        return acknowledged.entrySet().stream()
                .allMatch(entry ->
                        names(sent.getOrDefault(entry.getKey(), List.of()))
                                .containsAll(entry.getValue()));
    }

    private static List<String> names(Iterable<String> texts) {
        List<String> names = new ArrayList<>();
        texts.forEach(text -> names.addAll(CoveringModel.names(text)));
        return names;
    }

    /** The history has all of it in order; one answer names each; what came twice is marked. */
    private void assertKept(ChannelHub hub, long person, List<String> sent) {
        List<Message> path = hub.path(person);
        List<String> said = texts(path, Author.USER);
        assertEquals(said.size(), new HashSet<>(said).size(), "stored twice");
        List<String> acks = acknowledged.getOrDefault(person, List.of());
        assertEquals(acks, said.stream().filter(acks::contains).toList());
        Set<String> different = new HashSet<>(sent);
        assertEquals(Set.copyOf(said), Set.copyOf(names(different)));
        assertEquals(said.size(), names(different).size(), "answered twice");
        Map<String, Delivery> deliveries = deliveries(hub, path);
        for (String text : different) {
            int times = (int) sent.stream().filter(text::equals).count();
            Delivery delivery = deliveries.get(text);
            assertTrue(delivery != null, "sent, but not in the history");
            repeated += times > 1 ? 1 : 0;
            marked += delivery.mayBeTwice() ? 1 : 0;
            assertTrue(times == 1 || delivery.mayBeTwice(), "twice without a mark: " + text);
        }
    }

    private static List<String> texts(List<Message> path, Author author) {
        return path.stream().filter(m -> m.author() == author).map(m -> m.text()).toList();
    }

    private static Map<String, Delivery> deliveries(ChannelHub hub, List<Message> path) {
        Map<String, Delivery> byText = new HashMap<>();
        for (Message message : path) {
            hub.database
                    .channels()
                    .outbox()
                    .deliveries(List.of(message.id()))
                    .forEach(delivery -> byText.put(message.text(), delivery));
        }
        return byText;
    }
}
