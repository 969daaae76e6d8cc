package app.prosa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Query;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.storage.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rounds: {@code -Dprosa.kill.rounds=50}. */
class KilledProgramTest {
    private static final int ROUNDS = Integer.getInteger("prosa.kill.rounds", 3);

    @TempDir Path directory;

    @Test
    void a_kill_loses_nothing_that_was_shown_and_leaves_half_answers_interrupted()
            throws Exception {
        int said = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> lines = runAndKill();
            said += lines.size();
            try (Database database = Database.open(directory)) {
                ConversationStore store = database.conversations();
                store.interruptUnfinished();
                assertKept(store, lines);
                assertNothingIsHalf(store);
            }
        }
        assertTrue(said > ROUNDS, "the program was killed before it said anything");
    }

    private List<String> runAndKill() throws IOException, InterruptedException {
        Process program =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                KilledProgram.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        List<String> lines = new ArrayList<>();
        try (BufferedReader out = program.inputReader()) {
            String first = out.readLine();
            assertTrue(first != null && !first.isEmpty(), "the program did not start");
            lines.add(first);
            long until =
                    System.nanoTime()
                            + TimeUnit.MILLISECONDS.toNanos(
                                    ThreadLocalRandom.current().nextInt(1, 1500));
            while (System.nanoTime() < until) {
                lines.add(out.readLine());
            }
            // By its handle: Process.destroyForcibly would also throw away what it has said.
            program.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
            }
        }
        assertTrue(program.waitFor(10, TimeUnit.SECONDS));
        return lines.stream().filter(line -> line.length() > 40).toList();
    }

    private static void assertKept(ConversationStore store, List<String> lines) {
        List<String> lost =
                IntStream.range(0, lines.size())
                        .filter(i -> !isKept(store, lines.get(i)))
                        .mapToObj(i -> i + " of " + lines.size() + ": " + lines.get(i))
                        .toList();
        assertEquals(List.of(), lost);
    }

    private static boolean isKept(ConversationStore store, String line) {
        MessageId id = MessageId.of(line.substring(line.indexOf(' ') + 1));
        return store.message(id)
                .filter(m -> !m.text().isEmpty() && m.state() == MessageState.COMPLETE)
                .isPresent();
    }

    private static void assertNothingIsHalf(ConversationStore store) {
        for (Conversation conversation : store.page(Query.ALL, null, 1000)) {
            List<Message> path = store.path(conversation.id(), 0, conversation.size());
            assertEquals(conversation.size(), path.size());
            path.forEach(message -> assertTrue(message.state().isFinal()));
        }
    }
}
