package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Counts;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Hold;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Opening;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several at the same moment; on the server half of them in another program. */
@Timeout(120)
class ChannelRaceTest extends ChannelContract {
    private static final int THREADS = 16;

    private ChannelStore of(int thread) {
        return (thread % 2 == 0 ? database : kind.ofAnotherProgram()).channels();
    }

    private static <T> List<T> atOnce(int threads, IntFunction<Callable<T>> calls)
            throws Exception {
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                Callable<T> call = calls.apply(i);
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

    private static long count(List<Boolean> all) {
        return all.stream().filter(one -> one).count();
    }

    @Test
    void first_messages_of_one_person_make_one_correspondent() throws Exception {
        for (int round = 0; round < 5; round++) {
            String user = "user " + round;
            List<Arrived> all =
                    atOnce(
                            THREADS,
                            i ->
                                    () -> {
                                        Arrival arrival =
                                                arrival(
                                                        telegram(user, "hi", user + " " + i),
                                                        Standing.ADMITTED,
                                                        new Hold(),
                                                        NOON);
                                        return of(i).correspondents().receive(arrival, NOON);
                                    });
            assertEquals(1, count(all.stream().map(Arrived::first).toList()));
            assertEquals(THREADS, correspondents.find(id(all.getFirst())).orElseThrow().held());
        }
        assertEquals(new Counts(5, 5 * THREADS, 0), store.counts());
    }

    @Test
    void one_message_that_comes_many_times_is_taken_in_once() throws Exception {
        for (int round = 0; round < 5; round++) {
            Arrival arrival =
                    arrival(
                            telegram("ana", "hi", "m" + round),
                            Standing.ADMITTED,
                            new Hold(),
                            NOON);
            List<Arrived> all =
                    atOnce(THREADS, i -> () -> of(i).correspondents().receive(arrival, NOON));
            assertEquals(1, all.stream().filter(a -> !a.received().repeat()).count());
        }
        assertEquals(5, correspondents.find(address("ana")).orElseThrow().held());
    }

    @Test
    void one_of_many_begins_an_answer_and_one_ends_it() throws Exception {
        for (int round = 0; round < 10; round++) {
            ConversationId id = id(receive("ana", "question", NOW, NOON));
            List<Opening> all =
                    atOnce(THREADS, i -> () -> of(i).turns().open(id, "owner " + i, THEN, NOON));
            List<Opening> opened = all.stream().filter(Opened.class::isInstance).toList();
            assertEquals(1, opened.size());
            complete(opened(opened.getFirst()), "answer");
            String owner = "owner " + all.indexOf(opened.getFirst());
            assertEquals(
                    1, count(atOnce(THREADS, i -> () -> of(i).turns().close(id, owner, NOON))));
        }
        assertEquals(10, outbox.counts(ACCOUNT, NOON).answered());
        assertEquals(Optional.empty(), next());
    }

    @Test
    void one_of_many_sends_a_part() throws Exception {
        List<Part> parts = answered("ana", "answer", 10, NOON);
        for (Part part : parts) {
            List<Boolean> begun =
                    atOnce(THREADS, i -> () -> of(i).outbox().begin(part.id(), NOON).isPresent());
            assertEquals(1, count(begun));
            outbox.settle(part.id(), new Sent("p" + part.ordinal()));
        }
    }

    @Test
    void one_of_many_has_a_lease() throws Exception {
        for (int round = 0; round < 20; round++) {
            int at = round;
            List<Boolean> taken =
                    atOnce(
                            THREADS,
                            i ->
                                    () ->
                                            of(i).leases()
                                                    .take(
                                                            "poll",
                                                            "owner " + i,
                                                            NOON.plusSeconds(at + 1),
                                                            NOON.plusSeconds(at)));
            assertEquals(1, count(taken));
            if (round % 3 == 0) {
                of(0).leases().release("poll", "owner " + taken.indexOf(true));
            }
        }
    }

    @Test
    void a_status_at_the_moment_of_the_answer_to_the_sending_is_not_lost() throws Exception {
        List<Part> parts = answered("ana", "answer", 60, NOON);
        for (Part part : parts) {
            var _ = outbox.begin(part.id(), NOON);
            String name = "p" + part.ordinal();
            atOnce(
                    2,
                    i ->
                            () ->
                                    i == 0
                                            ? of(i).outbox().settle(part.id(), new Sent(name))
                                            : of(i).outbox()
                                                    .report(
                                                            ACCOUNT,
                                                            name,
                                                            DeliveryState.DELIVERED,
                                                            null));
            assertEquals(DeliveryState.DELIVERED, part(part.id()).state(), name);
        }
    }

    @Test
    void nothing_of_the_model_begins_after_a_person_took_over() throws Exception {
        for (int round = 0; round < 20; round++) {
            Part part = answered("user " + round, "answer", NOON);
            atOnce(
                    2,
                    i ->
                            () -> {
                                if (i == 1) {
                                    return of(i).outbox().begin(part.id(), NOON).isPresent();
                                }
                                store.setMode(part.conversation(), Mode.HUMAN);
                                return false;
                            });
            DeliveryState state = part(part.id()).state();
            assertTrue(
                    state == DeliveryState.SENDING || state == DeliveryState.FAILED, state.name());
            assertEquals(Optional.empty(), outbox.begin(part.id(), NOON));
        }
    }

    @Test
    void messages_that_come_while_answers_end_are_all_answered() throws Exception {
        for (int round = 0; round < 20; round++) {
            String user = "user " + round;
            ConversationId id = id(receive(user, "question", NOW, NOON));
            Message reply = complete(opened(id, NOON), "answer");
            String name = name();
            atOnce(
                    2,
                    i ->
                            () ->
                                    i == 0
                                            ? of(i).turns().close(id, ME, NOON)
                                            : of(i).correspondents()
                                                    .receive(
                                                            arrival(
                                                                    telegram(user, "more", name),
                                                                    Standing.ADMITTED,
                                                                    NOW,
                                                                    NOON),
                                                            NOON));
            assertEquals(1, parts(reply.id()).size());
            assertTrue(opened(id, NOON).position() == 3, "the newer message is answered");
        }
    }
}
