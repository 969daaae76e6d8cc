package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.StoreException;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The tables have a constraint that the program does not know of. */
@Timeout(120)
class RefusedTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String ODD = "it's odd? -- ;";
    private static final String REFUSE =
            "ALTER TABLE message ADD CONSTRAINT refuses CHECK (text <> 'it''s odd? -- ;')";

    @TempDir Path dir = Path.of("");

    private final Logger logger = (Logger) LoggerFactory.getLogger(Refused.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<Message> told = new ArrayList<>();

    private Database database;
    private ConversationStore store;

    @BeforeEach
    void open() throws SQLException {
        log.start();
        logger.addAppender(log);
        logger.setAdditive(false);
        database = Database.open(dir);
        store = database.conversations();
        send("ana", "one");
        send("bia", "one");
        store.counts();
        onTables(REFUSE);
    }

    @AfterEach
    void close() {
        logger.detachAppender(log);
        logger.setAdditive(true);
        database.close();
    }

    private void onTables(String sql) throws SQLException {
        try (Connection connection = H2File.source(dir).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Received send(String user, String text) {
        Received received =
                store.receive(
                        new InboundMessage(ChannelKind.WEB, user, text, null, List.of()),
                        true,
                        NOON);
        if (!text.equals(ODD)) {
            told.add(received.message());
        }
        return received;
    }

    private void allIsThere() {
        for (Message message : told) {
            assertEquals(message, store.message(message.id()).orElseThrow());
        }
        assertEquals(2L * told.size(), store.counts().messages());
    }

    private String setAside() throws IOException {
        return Files.readString(H2File.refused(dir));
    }

    private void reopened() {
        database.close();
        database = Database.open(dir);
        store = database.conversations();
    }

    @Test
    void what_the_tables_refuse_is_set_aside_whole_and_nothing_waits_for_it() throws IOException {
        send("bia", "two");
        Received odd = send("ana", ODD);
        send("bia", "three");
        allIsThere();
        assertTrue(store.message(odd.message().id()).isEmpty());
        Message reply = odd.reply();
        assertTrue(reply != null && store.message(reply.id()).isEmpty());
        Conversation ana = store.find(ChannelKind.WEB, "ana").orElseThrow();
        assertEquals(2, ana.size());
        assertTrue(setAside().contains("'it''s odd? -- ;'"));
        send("ana", "after it");
        allIsThere();
        reopened();
        send("ana", "later");
        allIsThere();
        assertEquals(6, store.find(ChannelKind.WEB, "ana").orElseThrow().size());
    }

    @Test
    void it_is_said_without_what_people_wrote() {
        send("ana", ODD);
        store.counts();
        assertEquals(1, log.list.size());
        String said = log.list.getFirst().getFormattedMessage();
        assertTrue(said.contains(dir.resolve("prosa.refused").toString()), said);
        assertFalse(said.contains("odd"), said);
        assertEquals(null, log.list.getFirst().getThrowableProxy());
        reopened();
        assertEquals(2, log.list.size(), "and again at the next start");
    }

    /** A kill left it in the journal. */
    @Test
    void a_database_whose_journal_has_what_its_tables_refuse_can_be_opened() throws Exception {
        database.backup(dir.resolve("backup.zip")); // the constraint is in the pages
        send("ana", ODD);
        send("bia", "two");
        Path killed = BreakingDisk.copy(dir, dir.resolve("killed"));
        database.close();
        Files.delete(H2File.refused(dir));
        try (Database opened = Database.open(killed)) {
            for (Message message : told) {
                assertEquals(message, opened.conversations().message(message.id()).orElseThrow());
            }
            assertEquals(2L * told.size(), opened.conversations().counts().messages());
        }
        assertTrue(Files.readString(H2File.refused(killed)).contains("odd"));
        Database.open(killed).close();
    }

    @Test
    void what_was_set_aside_can_be_done_once_the_cause_is_gone() throws Exception {
        Received odd = send("ana", ODD);
        store.counts();
        onTables("ALTER TABLE message DROP CONSTRAINT refuses");
        onTables("RUNSCRIPT FROM '" + H2File.refused(dir) + "'");
        reopened();
        assertEquals(odd.message(), store.message(odd.message().id()).orElseThrow());
        assertEquals(4, store.path(odd.conversation().id(), 0, 10).size());
    }

    /** The disk may be full for this file as for any other. */
    @Test
    void what_can_be_set_aside_nowhere_waits_and_is_not_lost() throws IOException {
        Files.createDirectory(H2File.refused(dir));
        send("ana", ODD);
        send("bia", "two");
        for (int i = 0; i < 2; i++) {
            assertThrows(StoreException.class, () -> store.counts());
        }
        Files.delete(H2File.refused(dir));
        allIsThere();
        assertTrue(setAside().contains("odd"));
    }

    @Test
    void a_reply_that_ends_after_its_message_was_refused_is_an_end_of_nothing() {
        Message reply = send("ana", ODD).reply();
        store.counts();
        assertTrue(reply != null);
        store.checkpoint(reply.id(), "so far", "");
        assertTrue(
                store.finish(reply.id(), MessageState.COMPLETE, "answer", "", null, null)
                        .isEmpty());
        allIsThere();
    }

    /** What was begun in a conversation is found at the next start, whatever was refused. */
    @Test
    void replies_that_were_begun_after_a_refusal_are_found_unfinished() {
        store.interruptUnfinished();
        send("ana", ODD);
        store.counts();
        send("ana", "two");
        reopened();
        assertEquals(1, store.interruptUnfinished());
    }
}
