package app.prosa.server;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import app.prosa.settings.hub.HubSettings;
import app.prosa.settings.hub.HubSettings.Limits;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/**
 * The official client for JavaScript, as its package comes: lists, chats, streams, breaks off,
 * shows a wrong key and meets the limit. Needs Node and, once, the network.
 */
class OpenAiClientTest extends HubRig {
    private static final String VERSION = "7.57.0";
    private static final String KEY = "outside-key-0123456789";
    private static final Path FOLDER = Path.of("target", "openai-client").toAbsolutePath();

    @Override
    Map<String, String> environment() {
        return Map.of(
                "PORT", "0", "PROSA_PUBLIC_URL", "https://hub.example/", "PROSA_API_KEY", KEY);
    }

    /** As many requests as the script makes until it looks for the limit. */
    @Override
    HubSettings chosen(HubSettings usual) {
        return Chosen.with(usual, new Limits(true, 5, 30, 300, 0));
    }

    @Test
    void the_official_client_works_unmodified() throws Exception {
        install();
        settings.update(all -> all.with(OpenAiTest.models()));
        CountDownLatch broken = new CountDownLatch(1);
        model.answers("Olá, ", "mundo").answers("um", " dois", " três");
        model.then(sink -> {
            sink.answer("one");
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                broken.countDown();
                throw e;
            }
        });
        Path script = FOLDER.resolve("journey.mjs");
        Files.writeString(script, Files.readString(Path.of("src/test/js/openai-journey.mjs")));
        Path told = FOLDER.resolve("journey.txt");
        ProcessBuilder node = new ProcessBuilder("node", script.toString());
        node.environment().put("HUB", "http://127.0.0.1:" + port + "/v1");
        node.environment().put("HUB_KEY", KEY);
        assertEquals(0, run(node, told), () -> read(told));
        assertTrue(broken.await(60, SECONDS), "breaking off reaches the model");
    }

    private static void install() throws Exception {
        assumeTrue(works("node", "--version"), "Skipped: there is no node on this computer");
        assumeTrue(works("npm", "--version"), "Skipped: there is no npm on this computer");
        Files.createDirectories(FOLDER);
        Path manifest = FOLDER.resolve("node_modules/openai/package.json");
        if (!Files.exists(manifest)) {
            Files.writeString(FOLDER.resolve("package.json"), "{\"private\":true}");
            assumeTrue(
                    works("npm", "install", "--no-audit", "--no-fund", "openai@" + VERSION),
                    "Skipped: npm cannot fetch the client; " + FOLDER.resolve("tool.txt"));
        }
    }

    private static boolean works(String... command) throws Exception {
        try {
            Files.createDirectories(FOLDER);
            return run(new ProcessBuilder(List.of(command)), FOLDER.resolve("tool.txt")) == 0;
        } catch (IOException e) {
            return false; // no such program
        }
    }

    private static int run(ProcessBuilder builder, Path told) throws Exception {
        Process process =
                builder.directory(FOLDER.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(told.toFile()))
                        .start();
        boolean ended = process.waitFor(5, MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        return ended ? process.exitValue() : -1;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
