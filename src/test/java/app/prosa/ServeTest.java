package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.settings.InvalidVariableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The hub without a window, in this process. */
class ServeTest {
    private static final Pattern ADDRESS = Pattern.compile("listens at (http://\\S+)");

    @TempDir Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Ending ending = new Ending();

    @Test
    void it_says_where_it_is_answers_and_ends_when_it_is_asked() throws Exception {
        CompletableFuture<Integer> code = start(Map.of("PORT", "0"));
        URI address = address(code);

        assertTrue(text(out).contains("on this computer can use it without a key"), text(out));
        assertTrue(text(out).contains("The offline demo answers"), text(out));
        String answer =
                post(
                        address.resolve("/api/chat"),
                        "{\"user_id\":\"ana\",\"channel\":\"web\",\"text\":\"oi\"}");
        assertTrue(answer.contains("\"model\":\"demo\""), answer);
        assertEquals(OptionalInt.of(ExitCode.OK), ending.ask());
        assertEquals(ExitCode.OK, code.get(30, TimeUnit.SECONDS));
        assertThrows(IOException.class, () -> post(address, ""));
    }

    @Test
    void what_stands_in_the_file_of_the_folder_counts() throws Exception {
        Files.writeString(folder.resolve(".env"), "PORT=0\nPROSA_PUBLIC_URL=https://hub.example\n");
        CompletableFuture<Integer> code = start(Map.of());
        address(code);
        assertTrue(text(out).contains("Chat page: https://hub.example"), text(out));
        assertEquals(OptionalInt.of(ExitCode.OK), ending.ask());
    }

    @Test
    void a_port_in_use_is_explained_with_the_next_that_is_free() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertEquals(ExitCode.FAILED, run(Map.of("PORT", Integer.toString(port))));
            assertEquals(1, text(err).lines().count(), text(err));
            assertTrue(text(err).startsWith("Another program uses port " + port + "."), text(err));
            assertTrue(text(err).matches("(?s).*Port \\d+ is free.*"), text(err));
        }
    }

    @Test
    void another_address_than_loopback_needs_a_key() throws Exception {
        assertEquals(ExitCode.FAILED, run(Map.of("PORT", "0", "PROSA_BIND", "0.0.0.0")));
        assertTrue(text(err).contains("PROSA_API_KEY"), text(err));
    }

    @Test
    void a_folder_that_another_program_has_is_named() throws Exception {
        try (SingleInstance other = SingleInstance.claim(folder)) {
            assertTrue(other != null);
            assertEquals(ExitCode.FAILED, run(Map.of("PORT", "0")));
            assertTrue(text(err).contains(folder.toString()), text(err));
        }
    }

    @Test
    void a_value_that_cannot_be_used_stops_the_start() throws Exception {
        Files.writeString(folder.resolve(".env"), "PROSA_ORIGINS=*");
        assertThrows(InvalidVariableException.class, () -> run(Map.of("PORT", "0")));
    }

    private CompletableFuture<Integer> start(Map<String, String> environment) {
        return CompletableFuture.supplyAsync(
                () -> {
                    int code = run(environment);
                    ending.done(code);
                    return code;
                },
                task -> Thread.ofPlatform().start(task));
    }

    private int run(Map<String, String> environment) {
        Map<String, String> english = new HashMap<>(environment);
        english.put("PROSA_LANGUAGE", "en");
        Serve serve =
                new Serve(english, folder.resolve(".env"), printer(out), printer(err), ending);
        return serve.run(new Options(folder, null, false));
    }

    private URI address(CompletableFuture<Integer> code) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!code.isDone() && System.nanoTime() < until) {
            Matcher matcher = ADDRESS.matcher(text(out));
            if (text(out).contains("Ctrl+C") && matcher.find()) {
                return URI.create(matcher.group(1));
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("It did not start: " + text(out) + text(err));
    }

    private static String post(URI address, String json) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(json))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static PrintStream printer(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
