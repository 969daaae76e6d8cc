package app.prosa.installer;

import app.prosa.bench.hub.Peer;
import app.prosa.bench.hub.Upstream;
import app.prosa.channel.telegram.FakeTelegram;
import app.prosa.server.BurstRounds;
import app.prosa.settings.Environment;
import app.prosa.settings.LiveSettings;
import app.prosa.settings.hub.HubSettings;
import app.prosa.storage.Database;
import app.prosa.storage.Seed;
import app.prosa.training.Training;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/**
 * The AOT cache: classes as the JVM has them once they are loaded, linked and verified. It is made
 * by the image's own Java from one run of the program with the flags of the window, with which
 * first a person talks, then a visitor, then many people by a channel. The hub starts with another
 * collector and takes the same cache; one of its own made it no faster.
 */
record Cache(Image image) {
    private static final int CONVERSATIONS = 300;
    private static final int PEOPLE = 40;
    private static final String KEY = "prosa_training_key_0123456789abcdef";

    void train(Path work) throws IOException, InterruptedException {
        Path data = Folders.fresh(work.resolve("training"));
        int port = freePort();
        prepare(data, port);
        try (Peer model = Peer.start(model());
                FakeTelegram telegram = FakeTelegram.start()) {
            ProcessBuilder training = new ProcessBuilder(line(port));
            training.environment().putAll(BurstRounds.environment(telegram));
            training.environment()
                    .put("OPENAI_BASE_URL", "http://127.0.0.1:" + model.port() + "/v1");
            training.environment().put("OPENAI_API_KEY", KEY);
            training.environment().put("PROSA_DATA_DIR", data.toString());
            training.environment().put("PROSA_API_KEY", KEY);
            run(training, new BurstRounds(telegram, port));
        }
        if (!Files.exists(image.cache())) {
            throw new Failure("The JVM wrote no AOT cache");
        }
    }

    /** Slow enough for somebody who looks whether it is writing. */
    private static ProcessBuilder model() {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Upstream.class.getName(),
                "300",
                "8",
                "50");
    }

    private static void run(ProcessBuilder training, BurstRounds people)
            throws IOException, InterruptedException {
        boolean ready = false;
        Process process = training.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                System.out.println(line);
                if (line.equals(Training.READY)) {
                    ready = true;
                    write(people);
                    process.getOutputStream().close();
                }
            }
            if (process.waitFor() != 0 || !ready) {
                throw new Failure("The training came to an end too soon");
            }
        } finally {
            process.destroy(); // where something else went wrong
        }
    }

    private static void write(BurstRounds people) throws InterruptedException {
        try {
            people.awaitHub();
            people.bring(PEOPLE);
        } catch (TimeoutException e) {
            throw new Failure("Nobody was answered on a channel");
        }
    }

    private List<String> line(int port) {
        List<String> line = new ArrayList<>();
        line.add(image.java().toString());
        line.add("@" + image.lib().resolve("java.options"));
        line.add("-XX:AOTCacheOutput=" + image.cache());
        line.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        line.addAll(List.of("-cp", image.classPath(), "app.prosa.training.Training"));
        line.add(Integer.toString(port));
        return line;
    }

    /** Some conversations to show, the demo to answer, and a hub that starts with the window. */
    private static void prepare(Path data, int port) throws IOException {
        LiveSettings.open(data, Environment.of(Map.of()))
                .update(all ->
                        all.with(all.models().withDemo("Demo"))
                                .with(hub(all.hub(), port))
                                .withFirstRunDone());
        try (Database database = Database.open(data)) {
            Seed.in(database).conversations(CONVERSATIONS);
        }
    }

    private static HubSettings hub(HubSettings hub, int port) {
        return new HubSettings(
                true,
                hub.whenClosed(),
                hub.bind(),
                port,
                hub.publicUrl(),
                hub.origins(),
                hub.trustedProxies(),
                hub.keystore(),
                hub.limits(),
                hub.keys(),
                hub.page());
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }
}
