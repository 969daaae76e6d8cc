package app.prosa.bench;

import app.prosa.bench.hub.Peer;
import app.prosa.bench.hub.Upstream;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.server.BurstRounds;
import app.prosa.server.BurstRounds.Round;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * How long a platform waits until what it brings is stored, when 200 people write ten messages each
 * as fast as 40 connections bring them, and a model takes 300 ms. The first burst meets a hub that
 * has just begun. Measures the packaged folder, or what {@code -Dprosa.bench.image} names.
 */
public final class BurstBench {
    private static final int PEOPLE = 200;
    private static final int BURSTS = 3;
    private static final int HUBS = 6;
    private static final String CARRIERS = "4";
    private static final String MODEL_MILLIS = "300";
    private static final String TOKENS = "8";

    private BurstBench() {}

    public static void main(String[] args) throws Exception {
        // As for the hub, see Carriers, but few: whoever measures must neither wait nor be in the
        // way.
        System.setProperty("jdk.virtualThreadScheduler.parallelism", CARRIERS);
        Samples first = new Samples();
        Samples later = new Samples();
        try (Peer model = Peer.start(Java.server(Upstream.class, MODEL_MILLIS, TOKENS, "0"))) {
            // Not counted: it meets callers that have just begun themselves.
            bursts(model, new Samples(), new Samples());
            for (int i = 0; i < HUBS; i++) {
                bursts(model, first, later);
            }
        }
        System.out.println(first.line("p99 of the first burst", "ms"));
        System.out.println(later.line("p99 of a later burst", "ms"));
    }

    private static void bursts(Peer model, Samples first, Samples later)
            throws IOException, InterruptedException, TimeoutException {
        Path data = SeededFolder.temporary();
        try (FakeTelegram telegram = FakeTelegram.start();
                Peer hub = Peer.start(hub(model, telegram, data))) {
            BurstRounds rounds = new BurstRounds(telegram, hub.port());
            rounds.awaitHub();
            for (int i = 0; i < BURSTS; i++) {
                Round round = rounds.bring(PEOPLE);
                (i == 0 ? first : later).add(report(i + 1, round));
            }
        }
    }

    private static double report(int number, Round round) {
        Samples millis = new Samples();
        round.nanos().forEach(nanos -> millis.add(nanos / 1e6));
        System.out.println(
                millis.line("burst %d, %.1f s".formatted(number, round.taken() / 1e9), "ms"));
        return millis.percentile(99);
    }

    private static ProcessBuilder hub(Peer model, FakeTelegram telegram, Path data) {
        String image = System.getProperty(Options.IMAGE, "");
        ProcessBuilder hub =
                image.isEmpty()
                        ? Java.prosa(data, List.of())
                        : Java.installed(Path.of(image).resolve("bin/prosa"), data);
        hub.command().addAll(List.of("serve", "--port", "0"));
        hub.environment().putAll(BurstRounds.environment(telegram));
        hub.environment()
                .putAll(
                        Map.of(
                                "OPENAI_BASE_URL", "http://127.0.0.1:" + model.port() + "/v1",
                                "OPENAI_API_KEY", "sk-bench",
                                "OPENAI_MODEL", "bench"));
        return hub;
    }
}
