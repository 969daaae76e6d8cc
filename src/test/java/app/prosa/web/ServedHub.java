package app.prosa.web;

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
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The program itself, {@code prosa serve} in a process of its own, with the demo that answers. */
final class ServedHub implements Place {
    private final Path data;
    private final int port = freePort();
    private final List<String> origins = new ArrayList<>();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private @Nullable Process process;

    ServedHub(Path data) {
        this.data = data;
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
        List<String> line =
                List.of(
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
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.clear();
        environment.put("HOME", data.toString());
        // So that it knows its visitors again after a restart.
        environment.put("PROSA_MASTER_KEY", "a key for this test");
        if (!origins.isEmpty()) {
            environment.put("PROSA_ORIGINS", String.join(",", origins));
        }
        try {
            process = builder.start();
            awaitStart(process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try (HttpClient operator = HttpClient.newHttpClient()) {
            String all = "api/operator/conversations";
            String list = send(operator, HttpRequest.newBuilder(page().resolve(all)));
            String id =
                    DevTools.JSON.readTree(list).path("conversations").path(0).path("id").asText();
            send(
                    operator,
                    HttpRequest.newBuilder(page().resolve(all + "/" + id + "/messages"))
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            DevTools.JSON
                                                    .createObjectNode()
                                                    .put("text", text)
                                                    .toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String send(HttpClient operator, HttpRequest.Builder request)
            throws IOException {
        try {
            HttpResponse<String> answer =
                    operator.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IOException(answer.body());
            }
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
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
