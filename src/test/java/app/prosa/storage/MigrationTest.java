package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that version 2 of the tables left. */
@Timeout(120)
class MigrationTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ID = new UUID(3, 4);

    private static final String EXTERNAL =
            "INSERT INTO external_message (channel, external_id, message) VALUES (?, ?, ?)";

    /** In the tables when the program was killed; the others are in the journal only. */
    private static final int PAGES = 6;

    private static final List<String> NAMES =
            List.of(
                    "plain",
                    "ação çãõ",
                    "😀 👩‍👩‍👧",
                    "новое",
                    "a\nb",
                    "'; --",
                    "x".repeat(200),
                    "日本語",
                    "last");

    @TempDir Path dir = Path.of("");

    private static void flyway(DataSource source) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(Dialect.H2.types())
                .target("2")
                .load()
                .migrate();
    }

    private static List<Change> message(int i) {
        ConversationRow row =
                new ConversationRow(
                        i + 1, ConversationId.next(), ChannelKind.WEB, "user " + i, NOON);
        InboundMessage inbound =
                new InboundMessage(
                        ChannelKind.WEB, "user " + i, "text " + i, NAMES.get(i), List.of());
        Message message = Inbox.take(row, inbound, false, NOON).message();
        return List.of(
                ConversationRows.inserting(row),
                MessageRows.inserting(message, NAMES.get(i)),
                Change.of(EXTERNAL, "web", NAMES.get(i), Numbers.of(message.id())));
    }

    private void version2() throws SQLException, IOException {
        DataSource source = H2File.source(dir);
        try (Connection connection = source.getConnection()) {
            flyway(source);
            connection.setAutoCommit(false);
            try (Statements statements = new Statements(connection)) {
                statements.run(
                        List.of(
                                Change.of(
                                        "INSERT INTO journal (id, position) VALUES (?, ?)",
                                        ID,
                                        (long) PAGES)));
                for (int i = 0; i < PAGES; i++) {
                    statements.run(message(i));
                }
            }
            connection.commit();
        }
        JournalFile journal = new JournalFile(H2File.journal(dir));
        journal.begin(ID);
        for (int i = PAGES - 2; i < NAMES.size(); i++) {
            List<Change> changes = i < PAGES ? List.of(Change.of("nonsense")) : message(i);
            journal.append(ID, i + 1, changes);
        }
        journal.close();
    }

    private void allIsThere() {
        try (Database database = Database.open(dir)) {
            ConversationStore store = database.conversations();
            assertEquals(NAMES.size(), store.counts().messages());
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < NAMES.size(); i++) {
                    Received again =
                            store.receive(
                                    new InboundMessage(
                                            ChannelKind.WEB, "who", "?", NAMES.get(i), List.of()),
                                    true,
                                    NOON);
                    assertTrue(again.repeat(), NAMES.get(i));
                    assertEquals("text " + i, again.message().text());
                    assertEquals("user " + i, again.conversation().userId());
                }
            }
            assertEquals(NAMES.size(), store.counts().messages());
        }
    }

    @Test
    void everything_is_there_and_repeats_are_known() throws SQLException, IOException {
        version2();
        allIsThere();
        allIsThere();
    }

    /** H2 ends a transaction with each change of the tables: a kill leaves some of them done. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_migration_that_was_killed_half_way_is_done_again(int steps)
            throws SQLException, IOException {
        version2();
        H2File.prepare(dir, source -> {});
        DataSource source = H2File.source(dir);
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            new Journal(dir).catchUp(connection);
            for (String sql : script().subList(0, Math.min(steps, script().size()))) {
                statement.execute(sql);
            }
            connection.commit();
        }
        allIsThere();
    }

    private static List<String> script() throws IOException {
        String text =
                Files.readString(Path.of("src/main/resources/db/migration/V3__external_name.sql"))
                        .replaceAll("--[^\n]*", "")
                        .replace("${name_hash}", Dialect.H2.types().get("name_hash"));
        return Pattern.compile(";").splitAsStream(text).filter(one -> !one.isBlank()).toList();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void both_databases_count_names_as_the_program_does(TestDatabase kind) {
        Dialect dialect = kind == TestDatabase.H2 ? Dialect.H2 : Dialect.POSTGRES;
        String sql =
                "SELECT "
                        + dialect.types().get("name_hash")
                        + " FROM (SELECT CAST(? AS VARCHAR) AS channel,"
                        + " CAST(? AS VARCHAR) AS external_id) names";
        for (ChannelKind channel : ChannelKind.values()) {
            for (String name : NAMES) {
                long hash =
                        kind.database()
                                .read(
                                        "test",
                                        reads ->
                                                reads.first(sql, Row::big, channel.key(), name)
                                                        .orElseThrow());
                assertEquals(ExternalNames.hash(channel, name), hash, name);
            }
        }
    }
}
