package app.prosa.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds: {@code -Dprosa.kill.hub.rounds=20}. */
class KilledHubTest {
    private static final int ROUNDS = Integer.getInteger("prosa.kill.hub.rounds", 2);
    private static final int CLIENTS = 200;

    @TempDir Path directory;

    /** A message that was sent, and what a 200 said to it, or null when none came. */
    private record Sent(String user, String messageId, String text, @Nullable String answer) {}

    @Test
    void every_answer_that_was_received_is_there_after_a_kill_and_is_given_again()
            throws Exception {
        int answered = 0;
        int unanswered = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Map<String, List<Sent>> byUser = chatAndKill(round);
            try (HubProgram program = new HubProgram(directory)) {
                for (List<Sent> all : byUser.values()) {
                    assertKept(program.port(), all);
                    answered += all.size() - 1;
                    unanswered++;
                }
            }
        }
        assertTrue(answered > 0, "the hub was killed before it answered anything");
        System.out.printf(
                "%d kills among %d chats: %d answers received, %d under way%n",
                ROUNDS, CLIENTS, answered, unanswered);
    }

    /** What each user sent, in order; to the last message came no answer. */
    private Map<String, List<Sent>> chatAndKill(int round) throws Exception {
        Map<String, List<Sent>> sent = new LinkedHashMap<>();
        List<Thread> clients = new ArrayList<>();
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
        CountDownLatch talking = new CountDownLatch(CLIENTS);
        try (HubProgram program = new HubProgram(directory)) {
            for (int i = 0; i < CLIENTS; i++) {
                String user = "user-" + round + "-" + i;
                List<Sent> own = new ArrayList<>();
                sent.put(user, own);
                clients.add(
                        Thread.ofVirtual()
                                .uncaughtExceptionHandler((_, e) -> faults.add(e))
                                .start(() -> chat(program.port(), user, own, talking)));
            }
            assertTrue(talking.await(2, TimeUnit.MINUTES), "not everybody was answered");
            long pause = ThreadLocalRandom.current().nextLong(1_000);
            assertFalse(program.endsWithin(pause), program::toString);
            program.kill();
        }
        for (Thread client : clients) {
            client.join();
        }
        assertEquals(List.of(), List.copyOf(faults));
        return sent;
    }

    /** Says one thing after the other until nobody answers any more. */
    private static void chat(int port, String user, List<Sent> sent, CountDownLatch talking) {
        for (int i = 0; ; i++) {
            String text = "message " + i;
            String id = "m" + i;
            try {
                sent.add(new Sent(user, id, text, answer(port, user, text, id)));
                talking.countDown();
            } catch (IOException e) {
                // The hub was killed.
                sent.add(new Sent(user, id, text, null));
                return;
            }
        }
    }

    private static String answer(int port, String user, String text, String id) throws IOException {
        String json =
                "{\"user_id\":\"%s\",\"channel\":\"web\",\"text\":\"%s\",\"message_id\":\"%s\"}"
                        .formatted(user, text, id);
        Answer answer = new Wire.Call(port, "POST", "/api/chat").json(json).send();
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer.text("ai_response");
    }

    /**
     * Both sides of all that was answered, in order and once. Whatever is sent again, also what was
     * under way, has one answer, and it stays the same.
     */
    private static void assertKept(int port, List<Sent> all) throws IOException {
        List<String> expected = new ArrayList<>();
        for (Sent each : all) {
            String again = answer(port, each.user(), each.text(), each.messageId());
            if (each.answer() != null) {
                assertEquals(each.answer(), again, each.toString());
            }
            assertEquals(again, answer(port, each.user(), each.text(), each.messageId()));
            expected.add(each.text());
            expected.add(again);
        }
        assertEquals(expected, history(port, all.getFirst().user()));
    }

    private static List<String> history(int port, String user) throws IOException {
        String path = "/api/conversation/" + user + "/web?limit=1000";
        JsonNode messages = new Wire.Call(port, "GET", path).send().json().path("messages");
        List<String> contents = new ArrayList<>();
        for (JsonNode message : messages) {
            assertEquals("complete", message.path("state").asText(), message.toString());
            contents.add(message.path("content").asText());
        }
        return contents;
    }
}
