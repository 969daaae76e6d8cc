package app.prosa.channel.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.time.TurnedTimers;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ScriptedModel;
import app.prosa.conversation.Turn;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Standing;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class AnsweringTest {
    @TempDir Path directory;
    private final TurnedTimers timers = TurnedTimers.doneAtOnce();
    private final ScriptedModel model = new ScriptedModel();
    private Database database;
    private ConversationEngine engine;

    @BeforeEach
    void open() {
        database = Database.open(directory);
        TurnPlan plan = new TurnPlan(new ModelRef("test", "m"), "", null, null, 10);
        engine =
                new ConversationEngine(
                        database.conversations(), model, _ -> plan, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    private Arrived receive(String id) {
        return receive("7", id);
    }

    private Arrived receive(String who, String id) {
        return database.channels()
                .correspondents()
                .receive(
                        new Arrival(
                                new InboundMessage(
                                        ChannelKind.TELEGRAM, who, "Oi " + id, id, List.of()),
                                new Address("telegram:1", who, false),
                                "Ana",
                                "",
                                timers.now(),
                                List.of(),
                                Standing.ADMITTED,
                                new Arrival.Answer(Duration.ZERO, Duration.ZERO, 9)),
                        timers.now());
    }

    /** The worst moment: whoever answers has just seen that nothing more is due. */
    @Test
    void what_comes_just_when_an_answer_ends_is_answered_at_once() {
        LateNews store = new LateNews(database.channels());
        Answering answering = new Answering(engine, store, timers, new Quiet(new ArrayList<>()));
        Arrived first = receive("1");
        ConversationId conversation = first.correspondent().conversation();
        store.afterLooking(() -> {
            receive("2");
            answering.due(conversation, timers.now());
        });
        answering.due(conversation, timers.now());
        assertEquals(2, model.requests().size());
        assertEquals(List.of(), database.channels().turns().earliest(1));
        answering.close();
    }

    /** Programs that ended begin it, one after the other. */
    private void die(ConversationId conversation, int times) {
        for (int i = 0; i < times; i++) {
            Instant now = timers.now();
            database.channels().turns().open(conversation, "program " + i, now, now);
        }
    }

    @Test
    void what_may_have_ended_programs_is_answered_alone_and_holds_up_nobody_else() {
        ConversationId one = receive("1", "1").correspondent().conversation();
        ConversationId other = receive("2", "2").correspondent().conversation();
        receive("3", "3");
        die(one, 2);
        die(other, 2);
        TurnedTimers real = new TurnedTimers();
        CountDownLatch hanging = new CountDownLatch(2);
        CountDownLatch release = new CountDownLatch(1);
        for (int i = 0; i < 3; i++) {
            model.then(sink -> {
                hanging.countDown();
                release.await();
                sink.answer("ok");
            });
        }
        Answering answering =
                new Answering(engine, database.channels(), real, new Quiet(new ArrayList<>()));
        answering.begin();
        await(() -> hanging.getCount() == 0);
        assertEquals(2, model.requests().size(), "a suspect beside another one");
        release.countDown();
        await(() -> model.requests().size() == 3 && real.underWay() == 0);
        assertEquals(List.of(), database.channels().turns().earliest(1));
        answering.close();
    }

    @Test
    void what_ends_every_program_is_given_up_without_asking_the_model() {
        ConversationId conversation = receive("1").correspondent().conversation();
        die(conversation, 5);
        List<Failure> gaveUp = new ArrayList<>();
        Answering answering = new Answering(engine, database.channels(), timers, new Quiet(gaveUp));
        answering.begin();
        assertEquals(List.of(Failure.of(Failure.Kind.PROGRAM_ENDED)), gaveUp);
        assertEquals(0, model.requests().size());
        assertEquals(List.of(), database.channels().turns().earliest(1));
        answering.close();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }

    /** As many as may be at it at once. */
    @Test
    void those_who_give_way_take_nobodys_place() {
        int places = 200;
        CountDownLatch quiet = new CountDownLatch(1);
        AtomicInteger giving = new AtomicInteger();
        TurnedTimers real = new TurnedTimers();
        Answering answering =
                new Answering(
                        engine,
                        database.channels(),
                        real,
                        new Quiet(
                                new ArrayList<>(),
                                () -> {
                                    if (giving.incrementAndGet() <= places) {
                                        quiet.await();
                                    }
                                }));
        for (int i = 0; i < places; i++) {
            answering.due(receive("" + i, "" + i).correspondent().conversation(), Instant.MIN);
        }
        await(() -> giving.get() == places);
        answering.due(receive("last", "last").correspondent().conversation(), Instant.MIN);
        await(() -> model.requests().size() == 1);
        quiet.countDown();
        await(() -> model.requests().size() == places + 1 && real.underWay() == 0);
        answering.close();
    }

    /** Waits where others come first. */
    private interface Way {
        void give() throws InterruptedException;
    }

    /** Somebody who notes only what was given up. */
    private record Quiet(List<Failure> gaveUp, Way way) implements Answering.Surroundings {
        Quiet(List<Failure> gaveUp) {
            this(gaveUp, () -> {});
        }

        @Override
        public boolean isOpen(Correspondent to) {
            return true;
        }

        @Override
        public void giveWay() throws InterruptedException {
            way.give();
        }

        @Override
        public void fetchMedia(Correspondent from) {}

        @Override
        public void writing(Correspondent to, Turn turn) {}

        @Override
        public void outgoing(Correspondent to) {}

        @Override
        public void gaveUp(Correspondent to, Failure failure) {
            gaveUp.add(failure);
        }
    }
}
