package app.prosa.server;

import app.prosa.channel.telegram.FakeSent;
import app.prosa.channel.telegram.FakeTelegram;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Bursts of what people write to a bot, as fast as 40 connections bring it to a hub in another
 * process.
 */
public final class BurstRounds {
    private static final int MESSAGES = 10;
    private static final long PEOPLE_APART = 1_000;
    private static final long MOST_NANOS = 120_000_000_000L;
    private static final int PAUSE_MILLIS = 20;
    private static final int SECONDS_MILLIS = 2_000;

    private final FakeTelegram telegram;
    private final int port;
    private int rounds;

    /**
     * A hub that is to bring its webhook to this Telegram.
     *
     * @param port the hub's
     */
    public BurstRounds(FakeTelegram telegram, int port) {
        this.telegram = telegram;
        this.port = port;
    }

    /**
     * What a hub is told so that its bot is this one.
     *
     * @return variables of the environment
     */
    public static Map<String, String> environment(FakeTelegram telegram) {
        return Map.of(
                "TELEGRAM_BOT_TOKEN", FakeTelegram.TOKEN,
                "PROSA_TELEGRAM_API_URL", telegram.baseUrl().toString(),
                "PROSA_TELEGRAM_WEBHOOK_SECRET", ChannelHub.SECRET,
                "PROSA_TELEGRAM_DOOR", "everyone",
                "PROSA_PUBLIC_URL", "https://hub.example",
                "PROSA_DEBOUNCE_MS", "100",
                "PROSA_LIMITS", "off");
    }

    /**
     * What a burst was like.
     *
     * @param nanos how long each acknowledgement took, the longest last
     * @param taken how long all of them took, in nanoseconds
     */
    public record Round(List<Long> nanos, long taken) {}

    /**
     * Waits until the hub has said where it wants to be called, and until nothing seems to have
     * been written before that: such is a backlog, and Telegram's times are whole seconds.
     */
    public void awaitHub() throws InterruptedException {
        telegram.awaitCall("setWebhook");
        Thread.sleep(SECONDS_MILLIS);
    }

    /**
     * So many people who were never here write ten messages each; returns when all have answers.
     */
    public Round bring(int people) throws InterruptedException, TimeoutException {
        long first = ++rounds * PEOPLE_APART;
        Burst burst = new Burst(telegram, port, new ConcurrentHashMap<>());
        long start = System.nanoTime();
        burst.begin(first, people, MESSAGES, 1).end();
        Round round = new Round(burst.sortedNanos(), System.nanoTime() - start);
        if (!burst.faults().isEmpty()) {
            throw new IllegalStateException("Not all was taken: " + burst.faults());
        }
        await(() -> answered(first) >= people);
        return round;
    }

    private long answered(long first) {
        return telegram.sent().stream()
                .map(FakeSent::chat)
                .filter(chat -> chat >= first && chat < first + PEOPLE_APART)
                .distinct()
                .count();
    }

    private static void await(BooleanSupplier there) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + MOST_NANOS;
        while (!there.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new TimeoutException("The hub did not go on");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
