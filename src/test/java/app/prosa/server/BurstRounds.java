package app.prosa.server;

import app.prosa.channel.telegram.FakeTelegram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * How long a platform waits until what it brings is stored, when 200 people write ten messages each
 * as fast as 40 connections bring them. The first burst meets a program that has just begun.
 */
public final class BurstRounds {
    private static final int PEOPLE = 200;
    private static final int MESSAGES = 10;
    private static final long PEOPLE_APART = 1_000;

    private BurstRounds() {}

    /**
     * @param args how many bursts
     */
    public static void main(String[] args) throws Exception {
        Path directory = Files.createTempDirectory("prosa-bench");
        try (FakeTelegram telegram = FakeTelegram.start();
                ChannelHub hub = new ChannelHub(directory, telegram.baseUrl().toString())) {
            hub.begin();
            hub.await(hub::isOpen);
            for (int round = 1; round <= Integer.parseInt(args[0]); round++) {
                Burst burst = new Burst(telegram, hub.port(), new ConcurrentHashMap<>());
                long start = System.nanoTime();
                burst.begin(round * PEOPLE_APART, PEOPLE, MESSAGES, 1).end();
                report(round, burst, System.nanoTime() - start);
                hub.await(() -> hub.database.channels().turns().earliest(1).isEmpty());
            }
        } finally {
            delete(directory);
        }
    }

    private static void report(int round, Burst burst, long taken) {
        List<Long> nanos = burst.sortedNanos();
        System.out.printf(
                "burst %d: %,d acknowledged in %.1f s, p50 %.0f ms, p99 %.0f ms, %d faults%n",
                round,
                nanos.size(),
                taken / 1e9,
                nanos.get(nanos.size() / 2) / 1e6,
                nanos.get(nanos.size() * 99 / 100) / 1e6,
                burst.faults().size());
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
