package app.prosa.server;

import app.prosa.channel.signature.TelegramSecret;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.settings.channels.Platform;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Many people who write at once, as Telegram brings it: over many connections, what one person
 * wrote in its order, and some of it twice, at the same time or later.
 */
final class Burst {
    private static final int CONNECTIONS = 40;

    /** One update in twenty comes twice at once, and one in twenty again later. */
    private static final int AGAIN = 20;

    private final FakeTelegram telegram;
    private final int port;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> refused = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();

    /** Which messages of whom were acknowledged, in their order. */
    private final Map<Long, List<String>> acknowledged;

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean killed;

    /**
     * @param acknowledged where those go that the hub took
     */
    Burst(FakeTelegram telegram, int port, Map<Long, List<String>> acknowledged) {
        this.telegram = telegram;
        this.port = port;
        this.acknowledged = acknowledged;
    }

    /**
     * So many people write so many messages each. Returns at once.
     *
     * @param firstName what the first message of each is called, by its number
     */
    Burst begin(long firstPerson, int people, int messages, int firstName) {
        for (int i = 0; i < CONNECTIONS; i++) {
            List<Long> own = new ArrayList<>();
            for (int p = i; p < people; p += CONNECTIONS) {
                own.add(firstPerson + p);
                acknowledged.computeIfAbsent(
                        firstPerson + p, _ -> Collections.synchronizedList(new ArrayList<>()));
            }
            Random random = new Random(i);
            threads.add(
                    Thread.ofVirtual()
                            .uncaughtExceptionHandler((_, e) -> faults.add(e))
                            .start(() -> bring(own, messages, firstName, random)));
        }
        return this;
    }

    private void bring(List<Long> people, int messages, int firstName, Random random) {
        List<Long> turns = new ArrayList<>();
        for (long person : people) {
            turns.addAll(Collections.nCopies(messages, person));
        }
        Collections.shuffle(turns, random);
        Map<Long, Integer> said = new LinkedHashMap<>();
        List<Long> before = new ArrayList<>();
        try (Wire one = new Wire(port);
                Wire other = new Wire(port)) {
            for (long person : turns) {
                String text = "m" + (firstName - 1 + said.merge(person, 1, Integer::sum));
                long update = telegram.says(person, text);
                bring(one, other, update, random.nextInt(AGAIN) == 0);
                acknowledged.getOrDefault(person, new ArrayList<>()).add(text);
                before.add(update);
                if (random.nextInt(AGAIN) == 0) {
                    post(other, before.get(random.nextInt(before.size())));
                    hear(other);
                }
            }
        } catch (IOException e) {
            if (!killed) {
                faults.add(e);
            }
        }
    }

    private void bring(Wire one, Wire other, long update, boolean twice) throws IOException {
        final long start = System.nanoTime();
        post(one, update);
        if (twice) {
            post(other, update);
        }
        hear(one);
        nanos.add(System.nanoTime() - start);
        if (twice) {
            hear(other);
        }
    }

    private void post(Wire wire, long update) throws IOException {
        wire.say(
                new Wire.Call(port, "POST", Platform.TELEGRAM.webhookPath())
                        .with(TelegramSecret.HEADER, ChannelHub.SECRET)
                        .body("application/json", telegram.update(update))
                        .bytes());
    }

    private void hear(Wire wire) throws IOException {
        int status = wire.hear().status();
        if (status != 200) {
            refused.add(status);
        }
    }

    /** From here on connections may break. */
    void killed() {
        killed = true;
    }

    /** Waits until everything is said, or nobody takes it any more. */
    Burst end() throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
        return this;
    }

    /** What else than 200 was answered, and what else went wrong. */
    List<Object> faults() {
        List<Object> all = new ArrayList<>(refused);
        all.addAll(faults);
        return all;
    }

    /** How long acknowledgements took, the longest last. */
    List<Long> sortedNanos() {
        return nanos.stream().sorted().toList();
    }
}
