package app.prosa.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The program itself, {@code prosa serve} in a process of its own, with the demo that answers if
 * none else is given.
 */
final class ServedHub implements Place {
    private final Path data;
    private final Map<String, String> more;
    private final int port = freePort();
    private final List<String> origins = new ArrayList<>();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private @Nullable Process process;

    ServedHub(Path data) {
        this(data, Map.of());
    }

    /**
     * @param more what else stands in its environment
     */
    ServedHub(Path data, Map<String, String> more) {
        this.data = data;
        this.more = Map.copyOf(more);
        comeBack();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI page() {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    @Override
    public void allow(String origin) {
        origins.add(origin);
        goAway();
        comeBack();
    }

    /** As by {@code kill -9}. */
    @Override
    public void goAway() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public void comeBack() {
        ProcessBuilder builder = new ProcessBuilder(line()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment());
        try {
            process = builder.start();
            awaitStart(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> line() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "app.prosa.Main",
                "serve",
                "--data",
                data.toString(),
                "--port",
                Integer.toString(port));
    }

    private Map<String, String> environment() {
        Map<String, String> all = new HashMap<>(more);
        all.put("HOME", data.toString());
        // So that it knows its visitors again after a restart.
        all.put("PROSA_MASTER_KEY", "a key for this test");
        if (!origins.isEmpty()) {
            all.put("PROSA_ORIGINS", String.join(",", origins));
        }
        return all;
    }

    private void awaitStart(BufferedReader lines) throws IOException {
        String address = page().toString();
        String line = lines.readLine();
        while (line != null && !line.contains(address)) {
            output.add(line);
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The hub did not start: " + output);
        }
        Thread.ofVirtual().start(() -> lines.lines().forEach(output::add));
    }

    @Override
    public void replyByHand(String text) {
        String all = "api/operator/conversations";
        String newest = read(all).at("/conversations/0/id").asText();
        post(all + "/" + newest + "/messages", Map.of("text", text));
    }

    /**
     * @param path without the slash before it
     */
    JsonNode read(String path) {
        return json(send(HttpRequest.newBuilder(page().resolve(path)).build()));
    }

    /**
     * @param path without the slash before it
     * @param fields of the JSON that is sent
     */
    JsonNode post(String path, Map<String, ?> fields) {
        return json(answer(path, fields));
    }

    /** As it comes, whatever its status. */
    HttpResponse<String> answer(String path, Map<String, ?> fields) {
        String body = DevTools.JSON.valueToTree(fields).toString();
        return send(
                HttpRequest.newBuilder(page().resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.body());
        }
        try {
            return DevTools.JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it printed, in lines. */
    List<String> output() {
        return output;
    }

    void forgetOutput() {
        output.clear();
    }

    /** Errors and warnings of its log. */
    @Override
    public List<String> complaints() {
        return output.stream()
                .filter(line -> line.contains("ERROR") || line.contains("WARN"))
                .toList();
    }

    @Override
    public void close() {
        goAway();
    }
}
