package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Message;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConcurrencyTest extends StoreContract {
    private static final int THREADS = 12;

    /** Calls on so many virtual threads at the same moment. */
    private static <T> List<T> atOnce(Callable<T> call) throws Exception {
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                futures.add(
                        executor.submit(() -> {
                            start.await();
                            return call.call();
                        }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    @Test
    void first_messages_at_once_make_one_conversation() throws Exception {
        for (int round = 0; round < 10; round++) {
            String user = "ana" + round;
            List<Received> all = atOnce(() -> store.receive(web(user, "hi", null), true, NOON));
            assertEquals(1, new HashSet<>(all.stream().map(r -> id(r)).toList()).size());
            isStraight(id(all.getFirst()), 2 * THREADS);
        }
        assertEquals(10, store.counts().conversations());
    }

    @Test
    void one_message_sent_many_times_at_once_is_stored_once() throws Exception {
        for (int round = 0; round < 10; round++) {
            String name = "m" + round;
            List<Received> all = atOnce(() -> store.receive(web("ana", "hi", name), true, NOON));
            assertEquals(1, all.stream().filter(r -> !r.repeat()).count());
            assertEquals(1, new HashSet<>(all.stream().map(r -> r.message()).toList()).size());
            assertEquals(1, new HashSet<>(all.stream().map(r -> r.reply()).toList()).size());
        }
        assertEquals(new Counts(1, 20, 0), store.counts());
    }

    @Test
    void one_message_sent_under_many_users_at_once_is_stored_once() throws Exception {
        AtomicInteger users = new AtomicInteger();
        List<Received> all =
                atOnce(() -> {
                    String user = "user" + users.incrementAndGet();
                    return store.receive(web(user, "hi", "m1"), false, NOON);
                });
        assertEquals(1, all.stream().filter(r -> !r.repeat()).count());
        assertEquals(new Counts(1, 1, 0), store.counts());
    }

    @Test
    void everything_at_once_in_one_conversation_leaves_a_straight_path() throws Exception {
        Conversation chat = ownChat();
        Received first = turn(chat, "q", "a");
        AtomicInteger next = new AtomicInteger();
        atOnce(() -> {
            switch (next.getAndIncrement() % 4) {
                case 0 -> turn(chat, "q", "a");
                case 1 -> complete(store.openVersion(reply(first).id(), NOON).orElseThrow(), "v");
                case 2 -> store.append(chat.id(), Author.NOTE, "note", NOON);
                default -> store.show(first.message().id());
            }
            return true;
        });
        isStraight(chat.id(), now(chat).size());
        List<Message> versions = store.versions(reply(first).id());
        assertEquals(
                List.of(1, 2, 3, 4), versions.stream().map(version -> version.version()).toList());
        assertTrue(versions.stream().allMatch(version -> version.versions() == 4));
    }

    @Test
    void whoever_was_told_that_a_message_is_stored_reads_it_at_once() throws Exception {
        AtomicInteger users = new AtomicInteger();
        List<Integer> missed =
                atOnce(() -> {
                    int without = 0;
                    for (int n = 0; n < 100; n++) {
                        String user = "user" + users.getAndIncrement();
                        Received received = store.receive(web(user, "hi", null), true, NOON);
                        without += store.path(id(received), 0, 10).size() == 2 ? 0 : 1;
                        complete(reply(received), "answer");
                        without += shown(id(received)).contains("answer") ? 0 : 1;
                    }
                    return without;
                });
        assertEquals(List.of(0), missed.stream().distinct().toList());
    }

    @Test
    void conversations_are_trashed_and_restored_by_many_in_any_order() throws Exception {
        List<ConversationId> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(ownChat().id());
        }
        AtomicInteger turns = new AtomicInteger();
        atOnce(() -> {
            boolean trash = turns.incrementAndGet() % 2 == 0;
            List<ConversationId> order = trash ? ids : ids.reversed();
            if (trash) {
                store.trash(order, NOON);
            } else {
                store.restore(order);
            }
            return true;
        });
        long trashed = store.counts().trashed();
        assertTrue(trashed == 0 || trashed == 20, "trashed: " + trashed);
    }

    @Test
    void interrupts_in_the_middle_of_calls_hurt_neither_the_call_nor_the_database()
            throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger stored = new AtomicInteger();
        List<Thread> writers =
                IntStream.range(0, 4)
                        .mapToObj(i -> Thread.ofVirtual().start(() -> write(i, stop, stored)))
                        .toList();
        for (int i = 0; stored.get() < 400; i++) {
            writers.get(i % writers.size()).interrupt();
            Thread.onSpinWait();
            assertFalse(writers.stream().noneMatch(Thread::isAlive), "all writers failed");
        }
        stop.set(true);
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(2L * stored.get(), store.counts().messages());
    }

    private void write(int writer, AtomicBoolean stop, AtomicInteger stored) {
        while (!stop.get()) {
            complete(reply(store.receive(web("user" + writer, "hi", null), true, NOON)), "answer");
            stored.incrementAndGet();
        }
    }

    private static ConversationId id(Received received) {
        return received.conversation().id();
    }

    /** Positions without a gap, each message the child of the one before. */
    private void isStraight(ConversationId id, int size) {
        List<Message> path = store.path(id, 0, 10_000);
        assertEquals(size, path.size());
        assertEquals(size, store.find(id).orElseThrow().size());
        for (int i = 0; i < size; i++) {
            assertEquals(i, path.get(i).position());
            assertEquals(
                    i == 0 ? null : path.get(i - 1).id(), path.get(i).parentId(), "parent of " + i);
        }
    }
}
