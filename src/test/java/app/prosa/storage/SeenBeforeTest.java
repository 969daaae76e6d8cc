package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.InboundMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A front is told who was here by a database that cannot say so for a while. */
class SeenBeforeTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path dir = Path.of("");

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);
    private final AtomicInteger looks = new AtomicInteger();

    private Database database;
    private Ahead ahead;
    private JournalFront front;

    @BeforeEach
    void open() throws Exception {
        database = Database.open(dir);
        database.conversations().receive(message("ana", "name 1"), true, NOON);
        Path other = Files.createDirectory(dir.resolve("other"));
        ahead = new Ahead(new Journal(other), new Busy());
        front = new JournalFront(ahead, new Entrance(ahead, new Numbering.InMemory()));
        SeenBefore before = new SeenBefore(database, ahead, this::run, now::get);
        ahead.ask(
                new Followers() {
                    @Override
                    public void soon() {}

                    @Override
                    public void now() {}

                    @Override
                    public void look() {
                        before.look();
                    }
                });
    }

    @AfterEach
    void close() {
        database.close();
        ahead.close();
    }

    private void run(Runnable look) {
        looks.incrementAndGet();
        look.run();
    }

    private static InboundMessage message(String user, String name) {
        return new InboundMessage(ChannelKind.WEB, user, "hi", name, List.of());
    }

    private boolean takesIn(String user, String name) {
        return front.receive(message(user, name), true, NOON).isPresent();
    }

    private void onTables(String sql) throws Exception {
        try (Connection connection = H2File.source(dir).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void it_is_looked_once_and_who_was_here_is_known() {
        assertTrue(takesIn("bia", "name 2"));
        assertTrue(!takesIn("ana", "name 3"));
        assertTrue(!takesIn("bia", "name 1"));
        assertEquals(1, looks.get());
    }

    @Test
    void what_could_not_be_read_is_read_when_it_is_asked_for_after_a_pause() throws Exception {
        onTables("ALTER TABLE external_name RENAME TO elsewhere");
        assertTrue(!takesIn("bia", "name 2"));
        onTables("ALTER TABLE elsewhere RENAME TO external_name");
        now.addAndGet(SeenBefore.PAUSE - 1);
        assertTrue(!takesIn("bia", "name 2"));
        assertEquals(1, looks.get(), "not with every message");
        now.incrementAndGet();
        assertTrue(takesIn("bia", "name 2"));
        assertTrue(!takesIn("ana", "name 3"));
        assertTrue(!takesIn("bia", "name 1"));
        assertEquals(2, looks.get());
    }
}
