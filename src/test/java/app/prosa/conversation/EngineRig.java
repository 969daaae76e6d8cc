package app.prosa.conversation;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationEvent.ReplyDelta;
import app.prosa.storage.Database;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine over a real store and a scripted model. */
abstract class EngineRig {
    static final ModelRef MODEL = new ModelRef("test", "model");
    static final TurnPlan PLAN = new TurnPlan(MODEL, "Be brief.", null, null, 10);

    @TempDir Path directory;
    Database database;
    ConversationStore store;
    final ScriptedModel model = new ScriptedModel();
    final List<ConversationEvent> events = new CopyOnWriteArrayList<>();
    ConversationEngine engine;

    @BeforeEach
    void open() {
        database = Database.open(directory);
        store = database.conversations();
        engine = engineOver(store);
    }

    ConversationEngine engineOver(ConversationStore over) {
        ConversationEngine made =
                new ConversationEngine(over, model, conversation -> PLAN, Clock.systemUTC());
        made.subscribe(events::add);
        return made;
    }

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    /** A store like the real one, but that what a method returned is handed on a little later. */
    ConversationStore slow(String method, Runnable before) {
        return (ConversationStore)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ConversationStore.class},
                        (proxy, called, arguments) -> {
                            Object returned = called.invoke(store, arguments);
                            if (called.getName().equals(method)) {
                                before.run();
                            }
                            return returned;
                        });
    }

    ConversationStore refusing(String method, AtomicInteger times) {
        return (ConversationStore)
                Proxy.newProxyInstance(
                        getClass().getClassLoader(),
                        new Class<?>[] {ConversationStore.class},
                        (proxy, called, arguments) -> {
                            if (called.getName().equals(method) && times.getAndDecrement() > 0) {
                                throw new StoreException(
                                        StoreException.Cause.DISK_FULL, "scripted", null);
                            }
                            try {
                                return called.invoke(store, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }

    InboundMessage typed(String text) {
        return typed(engine.conversations().create(ConversationOptions.DEFAULT), text);
    }

    static InboundMessage typed(Conversation chat, String text) {
        return InboundMessage.typed(chat.userId(), text, List.of());
    }

    /** On a thread of its own, as the callers of a server have one. */
    Receipt sendAgain(InboundMessage message) {
        CompletableFuture<Receipt> received = new CompletableFuture<>();
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        engine.converse(message, received::complete);
                    } catch (RuntimeException e) {
                        received.completeExceptionally(e);
                    }
                });
        return received.join();
    }

    static Message end(Receipt receipt)
            throws InterruptedException, ExecutionException, TimeoutException {
        return end(receipt.answering());
    }

    static Message end(Turn turn)
            throws InterruptedException, ExecutionException, TimeoutException {
        return turn.done().get(20, SECONDS);
    }

    List<String> deltas() {
        return events.stream()
                .filter(e -> e instanceof ReplyDelta)
                .map(e -> (ReplyDelta) e)
                .map(d -> d.delta() + "@" + d.offset())
                .toList();
    }

    static List<String> texts(List<Message> messages) {
        return messages.stream().map(Message::text).toList();
    }

    static void await(CountDownLatch latch) throws InterruptedException {
        assertTrue(latch.await(20, SECONDS));
    }

    /** Waits for what another thread is about to make true. */
    static void waitFor(java.util.function.BooleanSupplier condition) throws InterruptedException {
        long until = System.nanoTime() + SECONDS.toNanos(20);
        while (!condition.getAsBoolean()) {
            assertNotEquals(true, System.nanoTime() > until, "it never came true");
            Thread.onSpinWait();
        }
    }
}
