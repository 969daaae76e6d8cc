package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.Standing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the next start of the program finds in its file. */
@Timeout(120)
class ChannelRestartTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant LATER = NOON.plusSeconds(600);

    @TempDir Path dir = Path.of("");

    private static ConversationId receive(Database database, String text) {
        return database.channels()
                .correspondents()
                .receive(
                        ChannelContract.arrival(
                                ChannelContract.telegram("ana", text, text),
                                Standing.ADMITTED,
                                ChannelContract.NOW,
                                NOON),
                        NOON)
                .received()
                .conversation()
                .id();
    }

    @Test
    void nobody_has_to_wait_for_a_program_that_cannot_be_there_any_more() {
        ConversationId id;
        try (Database database = Database.open(dir)) {
            id = receive(database, "question");
            database.channels().turns().open(id, "before", LATER, NOON);
            assertTrue(database.channels().leases().take("poll", "before", LATER, NOON));
        }
        try (Database database = Database.open(dir)) {
            assertFalse(database.channels().leases().take("poll", "after", LATER, NOON));
            assertEquals(
                    new NotYet(LATER), database.channels().turns().open(id, "after", LATER, NOON));
            assertEquals(1, database.conversations().interruptUnfinished());
            assertTrue(database.channels().leases().take("poll", "after", LATER, NOON));
            assertEquals(Optional.of(NOON), database.channels().turns().due(id));
            assertTrue(
                    database.channels().turns().open(id, "after", LATER, NOON) instanceof Opened,
                    "it is answered at once");
        }
    }

    @Test
    void other_programs_on_a_server_are_left_alone() {
        Database database = TestDatabase.POSTGRES.emptied();
        ConversationId id = receive(database, "question");
        Opened other = (Opened) database.channels().turns().open(id, "other", LATER, NOON);
        ConversationStore store = database.conversations();
        Message left =
                store.receive(
                                new InboundMessage(ChannelKind.WEB, "bia", "hi", null, List.of()),
                                true,
                                NOON)
                        .reply();
        assertTrue(database.channels().leases().take("poll", "other", LATER, NOON));
        assertEquals(1, store.interruptUnfinished());
        assertEquals(0, store.interruptUnfinished());
        assertEquals(
                MessageState.INTERRUPTED,
                store.message(Objects.requireNonNull(left).id()).orElseThrow().state());
        assertEquals(
                MessageState.STREAMING, store.message(other.reply().id()).orElseThrow().state());
        assertFalse(database.channels().leases().take("poll", "mine", LATER, NOON));
        assertEquals(new NotYet(LATER), database.channels().turns().open(id, "mine", LATER, NOON));

        // Once nobody answers there any more, whoever wrote it is gone.
        store.setMode(id, Mode.HUMAN);
        assertEquals(1, store.interruptUnfinished());
    }

    @Test
    void numbers_of_parts_go_on_after_the_largest() {
        long first;
        try (Database database = Database.open(dir)) {
            first = say(database, receive(database, "question"));
        }
        try (Database database = Database.open(dir)) {
            long second = say(database, receive(database, "more"));
            assertTrue(second > first, second + " after " + first);
        }
    }

    private static long say(Database database, ConversationId id) {
        database.channels().outbox().say(id, "text", NOON);
        return database.read("test", reads -> reads.first("SELECT MAX(id) FROM outbox", Row::big))
                .orElseThrow();
    }

    /** The tables as the version before made them, with a conversation in them. */
    private void version3(int steps) throws SQLException, IOException {
        DataSource source = H2File.source(dir);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:db/migration")
                    .placeholders(Dialect.H2.types())
                    .target("3")
                    .load()
                    .migrate();
            InboundMessage inbound = ChannelContract.telegram("ana", "before", "before");
            ConversationRow row =
                    new ConversationRow(
                            1, ConversationId.next(), inbound.channel(), inbound.userId(), NOON);
            Inbox.Taken taken = Inbox.take(row, inbound, false, NOON);
            try (Statements statements = new Statements(connection)) {
                statements.run(
                        List.of(
                                ConversationRows.inserting(row),
                                MessageRows.inserting(taken.message(), "before")));
            }
            for (String sql : script().subList(0, steps)) {
                statement.execute(sql);
            }
        }
    }

    private static List<String> script() throws IOException {
        String text =
                Files.readString(Path.of("src/main/resources/db/migration/V4__channels.sql"))
                        .replaceAll("--[^\n]*", "");
        return Pattern.compile(";").splitAsStream(text).filter(one -> !one.isBlank()).toList();
    }

    /** H2 ends a transaction with each change of the tables: a kill leaves some of them done. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 9, 13, 16, 17, 18})
    void a_migration_that_was_killed_half_way_is_done_again(int steps) throws Exception {
        version3(steps);
        try (Database database = Database.open(dir)) {
            ConversationId id = receive(database, "question");
            assertEquals(2, database.conversations().find(id).orElseThrow().size());
            assertTrue(
                    database.channels().turns().open(id, "me", LATER, NOON) instanceof Opened,
                    "it is answered");
            assertEquals(
                    Optional.empty(),
                    database.channels()
                            .outbox()
                            .report("telegram:1", "early", DeliveryState.READ, null));
        }
    }

    @Test
    void the_steps_above_are_those_of_the_migration() throws IOException {
        assertEquals(18, script().size());
    }
}
