package app.prosa.bench;

import app.prosa.bench.hub.BareProxy;
import app.prosa.bench.hub.Callers;
import app.prosa.bench.hub.Peer;
import app.prosa.bench.hub.Upstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a call of {@code /api/chat} costs, beside a bare handler that proxies the same call and
 * stores nothing; how many are held at once; and how late tokens come. Everything is on this
 * machine: the model server, the hub and the callers share its processors.
 */
public final class HubBench {
    private static final int CONNECTIONS = 64;
    private static final int STEADY = 200;
    private static final int ROUNDS = 5;

    /** A hub runs for days: what the compiler takes at first is not what a call costs. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration ROUND = Duration.ofSeconds(10);

    private HubBench() {}

    /**
     * @param args which parts: {@code cost}, {@code load}, {@code streams}; without any, all
     */
    public static void main(String[] args) throws Exception {
        for (String part : args.length == 0 ? List.of("cost", "load", "streams") : List.of(args)) {
            switch (part) {
                case "cost" -> cost();
                case "load" -> load();
                case "streams" -> streams();
                default -> throw new IllegalArgumentException(part);
            }
        }
    }

    private static void load() throws Exception {
        inFlight(1_000, Duration.ofSeconds(2));
        inFlight(5_000, Duration.ofSeconds(2));
        inFlight(9_500, Duration.ofSeconds(6));
    }

    private static void streams() throws Exception {
        streams(100, 50, Duration.ofSeconds(20));
        streams(1_000, 5, Duration.ofSeconds(20));
    }

    private static void cost() throws Exception {
        Path data = Files.createTempDirectory("prosa-bench");
        try (Peer upstream = upstream(0, 8, 0);
                Peer bare = Peer.start(Java.server(BareProxy.class, port(upstream)));
                Peer hub = hub(upstream, data)) {
            List<Peer> both = List.of(bare, hub);
            for (Peer peer : both) {
                Callers.saturate(peer.port(), CONNECTIONS, WARM_UP);
            }
            compare(
                    "64 connections",
                    bare,
                    hub,
                    peer -> Callers.saturate(peer.port(), CONNECTIONS, ROUND));
            // Once unmeasured: whoever has time takes other ways through the code.
            for (Peer peer : both) {
                Callers.steady(peer.port(), STEADY, WARM_UP);
            }
            compare(
                    "200 calls a second",
                    bare,
                    hub,
                    peer -> Callers.steady(peer.port(), STEADY, ROUND));
            System.out.printf("%-28s %9d MiB%n", "memory of the hub", hub.peakMib());
        } finally {
            SeededFolder.delete(data);
        }
    }

    private interface Round {
        int calls(Peer peer) throws Exception;
    }

    private static void compare(String name, Peer bare, Peer hub, Round round) throws Exception {
        Samples bareCost = new Samples();
        Samples hubCost = new Samples();
        for (int i = 0; i < ROUNDS; i++) {
            bareCost.add(costOf(bare, round));
            hubCost.add(costOf(hub, round));
        }
        System.out.println(bareCost.line(name + ", bare", "us a call"));
        System.out.println(hubCost.line(name + ", hub", "us a call"));
        System.out.printf("%-28s %9.2f%n", "ratio", hubCost.median() / bareCost.median());
    }

    private static double costOf(Peer peer, Round round) throws Exception {
        double before = peer.cpuMicros();
        int calls = round.calls(peer);
        return (peer.cpuMicros() - before) / calls;
    }

    /** Each on a connection of its own; first through the bare handler, then through the hub. */
    private static void inFlight(int calls, Duration wait) throws Exception {
        Path data = Files.createTempDirectory("prosa-bench");
        try (Peer upstream = upstream((int) wait.toMillis(), 8, 0)) {
            try (Peer bare = Peer.start(Java.server(BareProxy.class, port(upstream)))) {
                inFlight("bare", bare, calls, wait);
            }
            try (Peer hub = hub(upstream, data)) {
                inFlight("hub", hub, calls, wait);
            }
        } finally {
            SeededFolder.delete(data);
        }
    }

    private static void inFlight(String name, Peer peer, int calls, Duration wait)
            throws Exception {
        Callers.warmUp(peer.port(), WARM_UP);
        Callers.Outcome outcome = Callers.atOnce(peer.port(), calls);
        System.out.printf(
                "%-5s %,6d at once, %d s upstream   answered %,d   refused %,d   lost %,d   in %.1f s   peak %d"
                        + " MiB%n",
                name,
                calls,
                wait.toSeconds(),
                outcome.answered(),
                outcome.refused(),
                outcome.lost(),
                outcome.seconds(),
                peer.peakMib());
    }

    private static void streams(int count, int perSecond, Duration time) throws Exception {
        Path data = Files.createTempDirectory("prosa-bench");
        int gap = 1000 / perSecond;
        int tokens = (int) (time.toMillis() / gap);
        try (Peer upstream = upstream(200, tokens, gap);
                Peer hub = hub(upstream, data)) {
            // How late they come without a hub, which is the callers' and the model server's part.
            Callers.streams(upstream.port(), count);
            print("%,d streams, no hub".formatted(count), Callers.streams(upstream.port(), count));
            Callers.warmUp(hub.port(), WARM_UP);
            // Once unmeasured: what waits takes other ways through the code than what is answered
            // at once, and compiling them would take the streams' time.
            Callers.streams(hub.port(), count);
            double before = hub.cpuMicros();
            Callers.Streamed streamed = Callers.streams(hub.port(), count);
            double spent = hub.cpuMicros() - before;
            String name = "%,d streams, %d tokens/s".formatted(count, perSecond);
            print(name, streamed);
            System.out.printf(
                    "%-28s %9.1f us of processor a token%n",
                    name, spent / streamed.transitMillis().size());
        } finally {
            SeededFolder.delete(data);
        }
    }

    private static void print(String name, Callers.Streamed streamed) {
        System.out.println(samples(streamed.addedMillis()).line(name + ", start", "ms"));
        System.out.println(samples(streamed.transitMillis()).line(name + ", token", "ms"));
    }

    private static Samples samples(List<Double> values) {
        Samples samples = new Samples();
        new ArrayList<>(values).forEach(samples::add);
        return samples;
    }

    private static Peer upstream(int waitMillis, int tokens, int gapMillis) throws IOException {
        return Peer.start(
                Java.server(
                        Upstream.class,
                        Integer.toString(waitMillis),
                        Integer.toString(tokens),
                        Integer.toString(gapMillis)));
    }

    private static Peer hub(Peer upstream, Path data) throws IOException {
        ProcessBuilder hub = Java.prosa(data, List.of());
        hub.command().addAll(List.of("serve", "--port", "0"));
        hub.environment().put("OPENAI_BASE_URL", "http://127.0.0.1:" + upstream.port() + "/v1");
        hub.environment().put("OPENAI_API_KEY", "sk-bench");
        hub.environment().put("OPENAI_MODEL", "bench");
        hub.environment().put("PROSA_LIMITS", "off");
        return Peer.start(hub);
    }

    private static String port(Peer peer) {
        return Integer.toString(peer.port());
    }
}
