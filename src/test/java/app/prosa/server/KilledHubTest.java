package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds: {@code -Dprosa.kill.hub.rounds=20}. */
class KilledHubTest {
    private static final int ROUNDS = Integer.getInteger("prosa.kill.hub.rounds", 2);
    private static final int CLIENTS = 200;

    @TempDir Path directory;

    /** A message that was answered with 200. */
    private record Answered(String user, String messageId, String text, String answer) {}

    @Test
    void every_answer_that_was_received_is_there_after_a_kill_and_is_given_again()
            throws Exception {
        int all = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<Answered> answered = chatAndKill(round);
            all += answered.size();
            try (Program program = new Program(directory)) {
                for (Answered each : answered) {
                    assertKept(program.port, each);
                }
            }
        }
        assertTrue(all > 0, "the hub was killed before it answered anything");
    }

    private List<Answered> chatAndKill(int round) throws Exception {
        Queue<Answered> answered = new ConcurrentLinkedQueue<>();
        List<Thread> clients = new ArrayList<>();
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
        CountDownLatch first = new CountDownLatch(1);
        try (Program program = new Program(directory)) {
            for (int i = 0; i < CLIENTS; i++) {
                String user = "user-" + round + "-" + i;
                clients.add(
                        Thread.ofVirtual()
                                .uncaughtExceptionHandler((_, e) -> faults.add(e))
                                .start(() -> chat(program.port, user, answered, first)));
            }
            assertTrue(first.await(60, TimeUnit.SECONDS), "nothing was answered");
            long pause = ThreadLocalRandom.current().nextLong(1_000);
            assertTrue(!program.process.waitFor(pause, TimeUnit.MILLISECONDS));
            program.kill();
        }
        for (Thread client : clients) {
            client.join();
        }
        assertEquals(List.of(), List.copyOf(faults));
        return List.copyOf(answered);
    }

    private static void chat(
            int port, String user, Queue<Answered> answered, CountDownLatch first) {
        try {
            for (int i = 0; ; i++) {
                String text = "message " + i;
                String id = "m" + i;
                Answer answer = send(port, user, text, id);
                if (answer.status() != 200) {
                    throw new AssertionError(answer.toString());
                }
                answered.add(new Answered(user, id, text, answer.text("ai_response")));
                first.countDown();
            }
        } catch (IOException e) {
            // The hub was killed.
        }
    }

    private static Answer send(int port, String user, String text, String id) throws IOException {
        String json =
                "{\"user_id\":\"%s\",\"channel\":\"web\",\"text\":\"%s\",\"message_id\":\"%s\"}"
                        .formatted(user, text, id);
        return new Wire.Call(port, "POST", "/api/chat").json(json).send();
    }

    /** Both sides of it, next to each other, once. */
    private static void assertKept(int port, Answered each) throws IOException {
        String path = "/api/conversation/" + each.user() + "/web?limit=1000";
        JsonNode messages = new Wire.Call(port, "GET", path).send().json().path("messages");
        int found = 0;
        for (int i = 0; i + 1 < messages.size(); i++) {
            if (messages.get(i).path("content").asText().equals(each.text())) {
                JsonNode reply = messages.get(i + 1);
                assertEquals("complete", reply.path("state").asText(), each.toString());
                assertEquals(each.answer(), reply.path("content").asText());
                found++;
            }
        }
        assertEquals(1, found, each.toString());
        Answer again = send(port, each.user(), each.text(), each.messageId());
        assertEquals(each.answer(), again.text("ai_response"));
    }

    /** The hub in a process of its own. */
    private static final class Program implements AutoCloseable {
        final Process process;
        final int port;

        Program(Path directory) throws IOException {
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    KilledHub.class.getName(),
                                    directory.toString())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader out = process.inputReader();
            String line = out.readLine();
            while (line != null && !line.startsWith("port ")) {
                line = out.readLine();
            }
            assertTrue(line != null, "the hub did not start");
            port = Integer.parseInt(line.substring("port ".length()));
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().orTimeout(30, TimeUnit.SECONDS).join();
        }

        @Override
        public void close() {
            kill();
        }
    }
}
