package app.prosa.channel.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.channel.Refusal;
import app.prosa.channel.time.TurnedTimers;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.ModelRef;
import app.prosa.conversation.ScriptedModel;
import app.prosa.conversation.TurnPlan;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The courier over a real outbox, some of which cannot be written for a while. */
@SuppressWarnings("NullAway.Init")
class CourierTest {
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @TempDir Path directory;
    private final TurnedTimers timers = new TurnedTimers();
    private final StandInChannel channel = new StandInChannel();
    private Database database;
    private ConversationEngine engine;
    private MessageId message;

    @BeforeEach
    void open() {
        database = Database.open(directory);
        TurnPlan plan = new TurnPlan(new ModelRef("test", "m"), "", null, null, 10);
        engine =
                new ConversationEngine(
                        database.conversations(),
                        new ScriptedModel(),
                        _ -> plan,
                        Clock.systemUTC());
        message = say("Olá");
    }

    @AfterEach
    void close() {
        engine.close();
        database.close();
    }

    private MessageId say(String text) {
        ChannelStore store = database.channels();
        ConversationId conversation =
                store.correspondents()
                        .receive(
                                new Arrival(
                                        new InboundMessage(
                                                ChannelKind.TELEGRAM, "7", "Oi", "1/1", List.of()),
                                        new Address(StandInChannel.ROUTE.account(), "7", false),
                                        "Ana",
                                        "",
                                        timers.now(),
                                        List.of(),
                                        Standing.ADMITTED,
                                        new Arrival.Keep()),
                                timers.now())
                        .correspondent()
                        .conversation();
        return store.outbox().say(conversation, text, timers.now()).orElseThrow();
    }

    private Courier courier(ChannelStore store) {
        return new Courier(
                channel,
                engine,
                store,
                timers,
                new Courier.Watcher() {
                    @Override
                    public void sent() {}

                    @Override
                    public void stuck(Refusal.Retry refusal) {}

                    @Override
                    public void flows() {}

                    @Override
                    public void broken(Refusal.FixMe refusal) {}
                });
    }

    private DeliveryState state() {
        return database.channels().outbox().deliveries(List.of(message)).getFirst().state();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            Thread.onSpinWait();
        }
    }

    private boolean waitsFor(Duration time) {
        return timers.waiting().contains(timers.now().plus(time));
    }

    @Test
    void what_became_of_a_sending_is_kept_as_soon_as_the_store_can() {
        BrokenOutbox store = new BrokenOutbox(database.channels(), "settle", 2);
        channel.mayAnswer.countDown();
        courier(store).begin();
        await(() -> store.tried().get() == 1 && waitsFor(PAUSE));
        assertEquals(DeliveryState.SENDING, state());
        timers.turn(PAUSE);
        await(() -> store.tried().get() == 2 && waitsFor(PAUSE));
        timers.turn(PAUSE);
        await(() -> state() == DeliveryState.SENT);
        assertEquals(1, channel.sent.size());
    }

    @Test
    void an_outbox_that_cannot_be_written_is_left_alone_for_a_while() {
        BrokenOutbox store = new BrokenOutbox(database.channels(), "split", 2);
        channel.mayAnswer.countDown();
        courier(store).begin();
        await(() -> waitsFor(PAUSE));
        assertEquals(1, store.tried().get());
        timers.turn(PAUSE);
        await(() -> store.tried().get() == 2 && waitsFor(PAUSE));
        timers.turn(PAUSE);
        await(() -> state() == DeliveryState.SENT);
        assertEquals(3, store.tried().get());
    }

    @Test
    void what_has_to_wait_for_its_turn_is_not_asked_for_over_and_over() {
        BrokenOutbox store = new BrokenOutbox(database.channels(), "ready", 0);
        channel.mayAnswer.countDown();
        Courier courier = courier(store);
        courier.begin();
        await(() -> state() == DeliveryState.SENT && timers.underWay() == 0);
        message = say("Ainda aí?");
        courier.wake();
        await(() -> timers.underWay() == 0);
        assertEquals(DeliveryState.PENDING, state());
        int looks = store.tried().get();
        assertTrue(looks < 20, () -> looks + " looks");
    }

    @Test
    void whoever_comes_after_the_end_is_not_kept_waiting() {
        channel.mayAnswer.countDown();
        Courier courier = courier(database.channels());
        courier.begin();
        await(() -> state() == DeliveryState.SENT && timers.underWay() == 0);
        message = say("Um");
        courier.wake();
        await(() -> timers.underWay() == 0); // its place is a second later
        courier.close();
        timers.turn(Duration.ofMinutes(1));
        await(() -> timers.underWay() == 0);
        assertEquals(DeliveryState.PENDING, state());
    }

    @Test
    void nothing_is_sent_before_it_is_known_what_an_ended_program_was_sending() {
        BrokenOutbox store = new BrokenOutbox(database.channels(), "interrupted", 1);
        channel.mayAnswer.countDown();
        Courier courier = courier(store);
        courier.begin();
        courier.wake();
        assertEquals(List.of(timers.now().plus(PAUSE)), timers.waiting());
        assertEquals(DeliveryState.PENDING, state());
        timers.turn(PAUSE);
        await(() -> state() == DeliveryState.SENT);
    }

    @Test
    void what_several_programs_were_sending_when_they_ended_is_sent_and_marked() {
        Outbox outbox = database.channels().outbox();
        String account = StandInChannel.ROUTE.account();
        Part whole = outbox.ready(account, timers.now(), 1).getFirst();
        outbox.split(whole.id(), List.of(new Part.Text("Olá", "Olá")));
        for (int ended = 0; ended < 3; ended++) {
            Part part = outbox.ready(account, timers.now(), 1).getFirst();
            outbox.begin(part.id(), timers.now());
            Courier next = courier(database.channels());
            next.begin();
            next.close();
            timers.turn(Duration.ofSeconds(20));
        }
        channel.mayAnswer.countDown();
        courier(database.channels()).begin();
        await(() -> state() == DeliveryState.SENT);
        assertEquals(1, channel.sent.size());
        assertTrue(outbox.deliveries(List.of(message)).getFirst().mayBeTwice());
    }

    @Test
    void the_end_waits_for_what_is_being_sent() throws Exception {
        Courier courier = courier(database.channels());
        courier.begin();
        channel.sending.await();
        Thread closing = Thread.startVirtualThread(courier::close);
        await(() -> closing.getState() == Thread.State.TIMED_WAITING);
        channel.mayAnswer.countDown();
        closing.join();
        assertEquals(DeliveryState.SENT, state());
    }

    @Test
    void after_the_end_nothing_more_is_sent() {
        channel.mayAnswer.countDown();
        Courier courier = courier(database.channels());
        courier.close();
        courier.begin();
        timers.turn(Duration.ofMinutes(1));
        assertEquals(DeliveryState.PENDING, state());
        assertEquals(List.of(), channel.sent);
    }
}
