package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.json.Json;
import app.prosa.channel.signature.TelegramSecret;
import app.prosa.channel.telegram.FakePeople;
import app.prosa.channel.time.TurnedTimers;
import app.prosa.settings.channels.Platform;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People write five messages a second, and the clock goes as fast as the hub can: {@code
 * -Dprosa.traffic.hours=24} for a day. Most write now and then all the time, some only in one
 * minute of their lives, and one update in twenty comes twice.
 */
@SuppressWarnings("NullAway.Init")
class TrafficTest {
    private static final int HOURS = Integer.getInteger("prosa.traffic.hours", 0);
    private static final int MESSAGES = HOURS == 0 ? 600 : HOURS * 3_600 * 5;
    private static final Duration APART = Duration.ofMillis(200);
    private static final int TENTHS = HOURS == 0 ? 2 : 10;

    private static final int REGULARS = 1_000;
    private static final int NEWCOMER = 50;
    private static final int AGAIN = 20;

    /** So many may wait for an answer, or the clock would run away from the hub. */
    private static final int MOST_WAITING = 50;

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final int MOST_PUT_OFF = 200;

    /** The serial collector closes all gaps in each fourth collection. */
    private static final int COLLECTIONS = 4;

    /**
     * After so many, a tenth of a day, everything that is remembered up to a bound has come to it.
     */
    private static final int LEARNT = 43_200;

    private static final double FLAT = 1.10;

    @TempDir Path directory;
    private final TurnedTimers timers = new TurnedTimers();
    private final Random random = new Random(7);
    private final List<Standing> standings = new ArrayList<>();
    private CountingTelegram telegram;
    private int putOff;
    private ChannelHub hub;

    /** What there is after a tenth of the messages. */
    private record Standing(int messages, long heap, int threads, long virtual, int connections) {
        /** Without those of the stand-in, which has one for each connection. */
        long ours() {
            return virtual - connections;
        }

        @Override
        public String toString() {
            return "%,9d messages: %,6d KB, %d threads and %d virtual ones, %d connections"
                    .formatted(messages, heap >> 10, threads, virtual, connections);
        }
    }

    @BeforeEach
    void open() throws IOException {
        telegram = new CountingTelegram();
        hub = new ChannelHub(directory, telegram.baseUrl(), timers, 0);
    }

    @AfterEach
    void close() {
        hub.close();
        telegram.close();
    }

    @Test
    void a_day_of_traffic_leaves_nothing_behind_but_its_messages() throws Exception {
        hub.begin();
        hub.await(hub::isOpen);
        long start = System.nanoTime();
        try (Wire wire = new Wire(hub.port())) {
            for (int tenth = 0; tenth < TENTHS; tenth++) {
                write(wire, tenth * (MESSAGES / TENTHS), MESSAGES / TENTHS);
                settle();
                standings.add(standing((tenth + 1) * (MESSAGES / TENTHS)));
                System.out.println(standings.getLast());
            }
        }
        System.out.printf(
                "%,d messages in %.0f s, %,d answers, %,d MB on disk%n",
                MESSAGES, (System.nanoTime() - start) / 1e9, telegram.answers(), onDisk() >> 20);
        assertEquals(MESSAGES, telegram.answered());
        assertEquals(0, telegram.twice(), "answered twice");
        assertNothingLeft();
        hub.board.close();
        hub.await(() -> telegram.openConnections() == 0);
    }

    private void write(Wire wire, int from, int count) throws IOException {
        int last = 0;
        for (int number = from; number < from + count; number++) {
            timers.turn(APART);
            post(wire, number);
            if (random.nextInt(AGAIN) == 0) {
                post(wire, last == 0 ? number : last);
            }
            last = number;
            awaitAnswered(number - MOST_WAITING);
        }
    }

    /** Each regular writes once in some minutes; a newcomer five times in one. */
    private static long person(int number) {
        return number % NEWCOMER == 7 ? 1_000_000 + number / (5 * NEWCOMER) : 1 + number % REGULARS;
    }

    private void post(Wire wire, int number) throws IOException {
        var message =
                FakePeople.bare(
                        number + 1L, person(number), person(number), timers.now().getEpochSecond());
        message.put("text", "m" + number);
        byte[] update =
                Json.bytes(Json.object().put("update_id", number + 1L).set("message", message));
        wire.say(
                new Wire.Call(hub.port(), "POST", Platform.TELEGRAM.webhookPath())
                        .with(TelegramSecret.HEADER, ChannelHub.SECRET)
                        .body("application/json", update)
                        .bytes());
        assertEquals(200, wire.hear().status());
    }

    private void awaitAnswered(int many) {
        long end = System.nanoTime() + SLOW.toNanos();
        while (telegram.answered() < many) {
            if (System.nanoTime() > end) {
                // The hub was slow for a moment, and now many have to wait for their turn to go
                // out.
                timers.turn(Duration.ofSeconds(1));
                end = System.nanoTime() + SLOW.toNanos();
                assertTrue(++putOff < MOST_PUT_OFF, hub::standing);
            }
            LockSupport.parkNanos(200_000);
        }
    }

    /** Until nothing is under way, with a clock that goes on. */
    private void settle() throws InterruptedException {
        hub.await(() -> {
            timers.turn(Duration.ofSeconds(1));
            return timers.underWay() == 0 && hub.isDone();
        });
    }

    private Standing standing(int messages) throws IOException {
        var memory = ManagementFactory.getMemoryMXBean();
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return new Standing(
                messages,
                memory.getHeapMemoryUsage().getUsed(),
                ManagementFactory.getThreadMXBean().getThreadCount(),
                virtualThreads(),
                telegram.openConnections());
    }

    private long virtualThreads() throws IOException {
        Path dump = directory.resolve("threads.txt");
        Files.deleteIfExists(dump);
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpThreads(dump.toString(), ThreadDumpFormat.TEXT_PLAIN);
        try (Stream<String> lines = Files.lines(dump)) {
            return lines.filter(line -> line.startsWith("#") && line.contains(" virtual")).count();
        }
    }

    private long onDisk() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private void assertNothingLeft() {
        Standing first = standings.getFirst();
        Standing last = standings.getLast();
        assertTrue(last.threads() <= first.threads() + 5, () -> first + " " + last);
        assertTrue(last.ours() <= first.ours() + 5, () -> first + " " + last);
        // The client keeps as many as there were calls at the same time, for half a minute.
        assertTrue(last.connections() <= 2 * MOST_WAITING + 10, () -> first + " " + last);
        standings.stream()
                .filter(standing -> standing.messages() >= LEARNT)
                .findFirst()
                .ifPresent(full ->
                        assertTrue(last.heap() <= FLAT * full.heap(), () -> full + " " + last));
    }
}
