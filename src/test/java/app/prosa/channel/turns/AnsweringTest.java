package app.prosa.channel.turns;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import java.util.List;
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
        return database.channels()
                .correspondents()
                .receive(
                        new Arrival(
                                new InboundMessage(
                                        ChannelKind.TELEGRAM, "7", "Oi " + id, id, List.of()),
                                new Address("telegram:1", "7", false),
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
        Answering answering = new Answering(engine, store, timers, new Quiet());
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

    /** Somebody who listens to nothing. */
    private static final class Quiet implements Answering.Surroundings {
        @Override
        public boolean isOpen(Correspondent to) {
            return true;
        }

        @Override
        public void fetchMedia(Correspondent from) {}

        @Override
        public void writing(Correspondent to, Turn turn) {}

        @Override
        public void outgoing(Correspondent to) {}

        @Override
        public void gaveUp(Correspondent to, Failure failure) {}
    }
}
