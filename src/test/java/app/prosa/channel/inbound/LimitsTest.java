package app.prosa.channel.inbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.channel.inbound.Limits.Verdict;
import app.prosa.channel.time.TurnedTimers;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.Standing;
import app.prosa.settings.channels.ChannelRules;
import app.prosa.storage.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init")
class LimitsTest {
    private static final String ACCOUNT = "telegram:1";
    private static final ChannelRules HOURLY = ChannelRules.BUSINESS.withHourlyPerPerson(2);
    private static final ChannelRules DAILY =
            ChannelRules.BUSINESS.withHourlyPerPerson(0).withDailyAnswers(2);

    @TempDir Path directory;
    private final TurnedTimers timers = new TurnedTimers();
    private Database database;
    private Limits limits;
    private int messages;

    @BeforeEach
    void open() {
        database = Database.open(directory);
        start();
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** The program, again. */
    private void start() {
        limits = new Limits(timers, database.channels());
    }

    private static Address of(String person) {
        return new Address(ACCOUNT, person, false);
    }

    private Verdict ask(String person, ChannelRules rules) {
        return limits.ask(message(person), of(person), rules);
    }

    private Verdict write(String person, ChannelRules rules) {
        Verdict verdict = ask(person, rules);
        if (verdict == Verdict.FINE) {
            limits.count(of(person), rules);
        }
        store(person);
        return verdict;
    }

    private InboundMessage message(String person) {
        String name = "m" + messages;
        return new InboundMessage(ChannelKind.TELEGRAM, person, "Oi", name, List.of());
    }

    private ConversationId store(String person) {
        messages++;
        Instant now = timers.now();
        return database.channels()
                .correspondents()
                .receive(
                        new Arrival(
                                message(person),
                                of(person),
                                "Ana",
                                "",
                                now,
                                List.of(),
                                Standing.ADMITTED,
                                new Arrival.Answer(Duration.ZERO, Duration.ZERO, 1)),
                        now)
                .correspondent()
                .conversation();
    }

    private void answer(ConversationId conversation) {
        var turns = database.channels().turns();
        Instant now = timers.now();
        if (turns.open(conversation, "me", now, now) instanceof Opened opened) {
            database.conversations()
                    .finish(opened.reply().id(), MessageState.COMPLETE, "ok", "", null, null);
            turns.close(conversation, "me", now);
        }
    }

    @Test
    void so_many_messages_of_a_person_are_answered_in_an_hour() {
        assertEquals(Verdict.FINE, write("1", HOURLY));
        timers.turn(Duration.ofMinutes(30));
        assertEquals(Verdict.FINE, write("1", HOURLY));
        assertEquals(Verdict.TOO_MANY, write("1", HOURLY));
        assertEquals(Verdict.FINE, write("2", HOURLY));
        timers.turn(Duration.ofMinutes(30).plusMillis(1));
        assertEquals(Verdict.FINE, write("1", HOURLY));
        assertEquals(Verdict.TOO_MANY, write("1", HOURLY));
    }

    @Test
    void what_was_only_asked_does_not_count() {
        for (int i = 0; i < 5; i++) {
            assertEquals(Verdict.FINE, ask("1", HOURLY));
        }
    }

    @Test
    void a_restart_does_not_forgive() {
        write("1", HOURLY);
        write("1", HOURLY);
        start();
        assertEquals(Verdict.TOO_MANY, write("1", HOURLY));
        assertEquals(Verdict.FINE, write("2", HOURLY));
        timers.turn(Duration.ofHours(1).plusMillis(1));
        start();
        assertEquals(Verdict.FINE, write("1", HOURLY));
    }

    @Test
    void the_answers_of_a_day_are_known_after_a_restart() {
        answer(store("1"));
        answer(store("2"));
        assertEquals(Verdict.DAY_SPENT, write("3", DAILY));
        start();
        assertEquals(Verdict.DAY_SPENT, write("3", DAILY));
        timers.turn(Duration.ofDays(1).plusMillis(1));
        assertEquals(Verdict.FINE, write("3", DAILY));
    }
}
