package app.prosa.llm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChatModel.ReplySink;
import app.prosa.conversation.ChatModelException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CancelTest {
    /** A few milliseconds on an idle machine; the answer itself would go on for longer. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private static final int ROUNDS = 11;

    private final Rig rig = Rig.start();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void the_server_sees_at_once_that_an_answer_is_stopped() throws Exception {
        assertTrue(median("slow").compareTo(SOON) < 0);
    }

    @Test
    void also_while_bytes_are_waiting_to_be_read() throws Exception {
        assertTrue(median("long").compareTo(SOON) < 0);
    }

    private Duration median(String model) throws Exception {
        long[] delays = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            delays[i] = stopAfterFirstWord(model).toNanos();
        }
        Arrays.sort(delays);
        return Duration.ofNanos(delays[ROUNDS / 2]);
    }

    private Duration stopAfterFirstWord(String model) throws Exception {
        Collected sink = new Collected();
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread asking = ask(model, sink, end);
        sink.begun.await();
        long stopped = System.nanoTime();
        asking.interrupt();
        long seen = rig.lastRequest().left().get(1, TimeUnit.MINUTES);
        assertInterrupted(end);
        return Duration.ofNanos(seen - stopped);
    }

    @Test
    void waiting_for_the_first_byte_can_be_stopped() throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread asking = ask("slow-headers", new Collected(), end);
        Received request = rig.server.awaitRequest();
        asking.interrupt();

        request.left().get(1, TimeUnit.MINUTES);
        assertInterrupted(end);
    }

    @Test
    void waiting_for_the_next_try_can_be_stopped() throws Exception {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread asking = ask("broken", new Collected(), end);
        rig.server.awaitRequest();
        asking.interrupt();

        assertInterrupted(end);
        assertTrue(rig.server.requests().size() < 3);
    }

    @Test
    void a_reader_that_fails_ends_the_call_and_its_fault_comes_through() throws Exception {
        ReplySink faulty =
                new ReplySink() {
                    @Override
                    public void answer(String delta) {
                        throw new IllegalStateException("mine");
                    }

                    @Override
                    public void reasoning(String delta) {}
                };
        IllegalStateException fault =
                assertThrows(
                        IllegalStateException.class,
                        () -> rig.models.stream(Rig.request("slow", "Hi"), faulty));

        assertEquals("mine", fault.getMessage());
        rig.lastRequest().left().get(1, TimeUnit.MINUTES);
    }

    @Test
    void closing_ends_the_calls_under_way() throws Exception {
        Collected sink = new Collected();
        CompletableFuture<Void> end = new CompletableFuture<>();
        ask("slow", sink, end);
        sink.begun.await();
        rig.models.close();

        rig.lastRequest().left().get(1, TimeUnit.MINUTES);
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> end.get(1, TimeUnit.MINUTES));
        assertInstanceOf(ChatModelException.class, failed.getCause());
    }

    private Thread ask(String model, Collected sink, CompletableFuture<Void> end) {
        return Thread.ofVirtual()
                .start(() -> {
                    try {
                        rig.ask(model, "Hello", sink);
                        end.complete(null);
                    } catch (ChatModelException | InterruptedException e) {
                        end.completeExceptionally(e);
                    }
                });
    }

    private static void assertInterrupted(CompletableFuture<Void> end) {
        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> end.get(1, TimeUnit.MINUTES));
        assertInstanceOf(InterruptedException.class, failed.getCause());
    }
}
