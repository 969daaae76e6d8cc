package app.prosa.storage;

import static app.prosa.storage.ChannelContract.ANSWER;
import static app.prosa.storage.ChannelContract.arrival;
import static app.prosa.storage.ChannelContract.telegram;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Standing;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BackupTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir Path dir = Path.of("");
    private int named;

    private Arrived write(Database database, String user) {
        String name = "name " + named++;
        return database.channels()
                .correspondents()
                .receive(
                        arrival(
                                telegram(user, "text of " + name, name),
                                Standing.ADMITTED,
                                ANSWER,
                                NOON),
                        NOON);
    }

    private static ConversationId id(Arrived arrived) {
        return arrived.received().conversation().id();
    }

    /** Does something when the first bytes of a backup come, and again with those that follow. */
    private static final class Midway extends OutputStream {
        private final OutputStream to;
        private final Runnable work;
        private int times;

        Midway(OutputStream to, Runnable work, int times) {
            this.to = to;
            this.work = work;
            this.times = times;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (times > 0) {
                times--;
                work.run();
            }
            to.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            to.close();
        }
    }

    private Database restored(Path zip) throws IOException {
        return restored(zip, dir.resolve("restored"));
    }

    /** What is in a backup, opened in a folder of its own. */
    static Database restored(Path zip, Path into) throws IOException {
        Files.createDirectories(into);
        try (ZipFile backup = new ZipFile(zip.toFile())) {
            Files.copy(backup.getInputStream(backup.getEntry("prosa.mv.db")), H2File.in(into));
        }
        return Database.open(into);
    }

    /** Of all kinds: past the tables, in them, and what is read of them. */
    private void goOn(Database database, ConversationId known) {
        Arrived more = write(database, "ana");
        assertEquals(known, id(more));
        database.conversations().rename(known, "later", true);
        assertEquals("later", database.conversations().find(known).orElseThrow().title());
        assertEquals(
                more.received().message(),
                database.conversations().message(more.received().message().id()).orElseThrow());
        write(database, "bia");
    }

    @Test
    void nobody_waits_for_a_backup_and_it_has_what_was_there_when_it_began() throws Exception {
        Path zip = dir.resolve("backup.zip");
        Arrived before;
        try (Database database = Database.open(dir)) {
            before = write(database, "ana");
            ConversationId known = id(before);
            try (OutputStream to =
                    new Midway(Files.newOutputStream(zip), () -> goOn(database, known), 1)) {
                database.backup(to);
            }
        }
        try (Database again = Database.open(dir)) {
            assertEquals("later", again.conversations().find(id(before)).orElseThrow().title());
            assertEquals(2, again.conversations().counts().conversations());
        }
        try (Database backup = restored(zip)) {
            assertEquals(
                    Optional.of(before.received().conversation()),
                    backup.conversations().find(id(before)));
            assertEquals(1, backup.conversations().path(id(before), 0, 100).size());
        }
    }

    /** As H2 does by itself, with the first commit after it has made a new connection. */
    private void writePages(Database database) {
        database.inTransaction(
                "test",
                tx -> {
                    try (Connection fresh = H2File.source(dir).getConnection()) {
                        H2File.store(fresh).commit();
                    }
                    return true;
                });
    }

    @Test
    void pages_that_are_written_while_it_is_made_leave_it_whole() throws Exception {
        Path zip = dir.resolve("backup.zip");
        ConversationId known;
        int last = -1;
        try (Database database = Database.open(dir)) {
            known = id(write(database, "ana"));
            var steps = new AtomicInteger();
            Runnable step =
                    () -> {
                        int i = steps.getAndIncrement();
                        write(database, "user " + i);
                        database.conversations().rename(known, "later " + i, true);
                        writePages(database);
                    };
            try (OutputStream to = new Midway(Files.newOutputStream(zip), step, 100)) {
                database.backup(to);
            }
            last = steps.get() - 1;
        }
        assertTrue(last > 10, "Too little was written for this to show anything: " + last);
        try (Database backup = restored(zip)) {
            String title = backup.conversations().find(known).orElseThrow().title();
            int done = title.equals("ana") ? -1 : Integer.parseInt(title.substring(6));
            assertEquals(done + 2, backup.conversations().counts().conversations());
        }
    }

    @Test
    void one_that_fails_lets_the_next_one_be_made() throws Exception {
        Path zip = dir.resolve("backup.zip");
        try (Database database = Database.open(dir)) {
            write(database, "ana");
            OutputStream full =
                    new OutputStream() {
                        @Override
                        public void write(int b) throws IOException {
                            throw new IOException("No space left on device");
                        }
                    };
            StoreException thrown = assertThrows(StoreException.class, () -> database.backup(full));
            assertEquals(StoreException.Cause.DISK_FULL, thrown.reason());
            write(database, "bia");
            database.backup(zip);
        }
        try (Database backup = restored(zip)) {
            assertEquals(2, backup.conversations().counts().conversations());
        }
    }
}
