package app.prosa.bench.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Many who call a server at once. */
public final class Callers {
    private static final int OK = 200;
    private static final int BUSY = 503;
    private static final int WARMING = 32;

    private Callers() {}

    /**
     * How calls went.
     *
     * @param refused with 503
     * @param lost with anything else, or no answer
     */
    public record Outcome(int answered, int refused, int lost, double seconds) {}

    /**
     * How late streams began, and tokens came, both in milliseconds and without the model's part.
     */
    public record Streamed(List<Double> addedMillis, List<Double> transitMillis) {}

    /** What one of many does. */
    private interface Part {
        void run(int number) throws Exception;
    }

    /**
     * Each on a thread of its own.
     *
     * @throws IOException when one of them fails
     */
    private static void together(int count, Part part) throws IOException {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                int number = i;
                running.add(
                        threads.submit(() -> {
                            part.run(number);
                            return number;
                        }));
            }
        }
        for (Future<?> one : running) {
            if (one.state() == Future.State.FAILED) {
                throw new IOException("A caller failed", one.exceptionNow());
            }
        }
    }

    /** Each connection asks again as soon as it is answered; returns how many answers came. */
    public static int saturate(int port, int connections, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        AtomicInteger answers = new AtomicInteger();
        together(
                connections,
                number -> {
                    try (Caller caller = new Caller(port, user(number))) {
                        while (System.nanoTime() < end) {
                            expectOk(caller.ask());
                            answers.incrementAndGet();
                        }
                    }
                });
        return answers.get();
    }

    /** Has it do for a while what will be measured, so that it is compiled; half are streams. */
    public static void warmUp(int port, Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        together(
                WARMING,
                number -> {
                    while (System.nanoTime() < end) {
                        try (Caller caller = new Caller(port, "warm-" + number, Caller.AT_ONCE)) {
                            expectOk(number % 2 == 0 ? caller.ask() : caller.stream(_ -> {}));
                        }
                    }
                });
    }

    /** So many calls in each second, evenly, over kept connections; returns how many there were. */
    public static int steady(int port, int perSecond, Duration time) throws IOException {
        int connections = 20;
        long gap = TimeUnit.SECONDS.toNanos(1) * connections / perSecond;
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        AtomicInteger answers = new AtomicInteger();
        together(
                connections,
                number -> {
                    long first = begin + gap * number / connections;
                    try (Caller caller = new Caller(port, user(number))) {
                        for (long next = first; next < end; next += gap) {
                            TimeUnit.NANOSECONDS.sleep(next - System.nanoTime());
                            expectOk(caller.ask());
                            answers.incrementAndGet();
                        }
                    }
                });
        return answers.get();
    }

    private static String user(int number) {
        return "user-" + number;
    }

    private static void expectOk(int status) throws IOException {
        if (status != OK) {
            throw new IOException("It answered " + status);
        }
    }

    /** All at the same moment, each on a new connection and from another user. */
    public static Outcome atOnce(int port, int calls) throws IOException {
        AtomicInteger answered = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        Queue<String> lost = new ConcurrentLinkedQueue<>();
        long begin = System.nanoTime();
        together(
                calls,
                number -> {
                    try (Caller caller = new Caller(port, user(number))) {
                        count(caller.ask(), answered, refused, lost);
                    } catch (IOException e) {
                        lost.add(String.valueOf(e));
                    }
                });
        double seconds = (System.nanoTime() - begin) / 1e9;
        lost.stream().distinct().limit(3).forEach(System.out::println);
        return new Outcome(answered.get(), refused.get(), lost.size(), seconds);
    }

    private static void count(
            int status, AtomicInteger answered, AtomicInteger refused, Queue<String> lost) {
        switch (status) {
            case OK -> answered.incrementAndGet();
            case BUSY -> refused.incrementAndGet();
            default -> lost.add("answered " + status);
        }
    }

    /** One stream for each of so many users, begun over a second. */
    public static Streamed streams(int port, int count) throws IOException {
        List<Double> added = Collections.synchronizedList(new ArrayList<>());
        List<Double> transit = Collections.synchronizedList(new ArrayList<>());
        together(
                count,
                number -> {
                    TimeUnit.NANOSECONDS.sleep(TimeUnit.SECONDS.toNanos(1) * number / count);
                    try (Caller caller = new Caller(port, user(number))) {
                        long asked = System.nanoTime();
                        expectOk(caller.stream(line -> note(line, asked, added, transit)));
                    }
                });
        return new Streamed(List.copyOf(added), List.copyOf(transit));
    }

    /** The last event has the whole answer once more; its tokens are old. */
    private static void note(String line, long asked, List<Double> added, List<Double> transit) {
        long now = System.nanoTime();
        if (!line.startsWith("data:") || line.contains("ai_response")) {
            return;
        }
        for (Stamps.Token token : Stamps.in(line)) {
            transit.add((now - token.sent()) / 1e6);
            if (token.questionCame() != 0) {
                long model = token.sent() - token.questionCame();
                added.add((now - asked - model) / 1e6);
            }
        }
    }
}
