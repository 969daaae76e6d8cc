package app.prosa.storage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The two databases that every test of the store runs on, each opened once for all tests. */
enum TestDatabase {
    H2 {
        @Override
        Database database() {
            return InFile.DATABASE;
        }
    },
    POSTGRES {
        @Override
        Database database() {
            return OnServer.DATABASE;
        }

        @Override
        Database ofAnotherProgram() {
            return OnServer.OF_ANOTHER;
        }
    };

    abstract Database database();

    /** The same one, as another program has it open; in a file there is no other program. */
    Database ofAnotherProgram() {
        return database();
    }

    /** The database without a row. */
    Database emptied() {
        return database()
                .inTransaction(
                        "empty",
                        tx -> {
                            for (String table :
                                    List.of(
                                            "conversation",
                                            "message",
                                            "attachment",
                                            "external_name",
                                            "draft",
                                            "correspondent",
                                            "media",
                                            "due_turn",
                                            "outbox",
                                            "early_report",
                                            "lease")) {
                                tx.update("DELETE FROM " + table);
                            }
                            tx.touchesAll();
                            return database();
                        });
    }

    private static final class InFile {
        static final Database DATABASE = Database.open(directory());

        private static Path directory() {
            try {
                Path target = Files.createDirectories(Path.of("target"));
                return Files.createTempDirectory(target, "h2-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static final class OnServer {
        static final EmbeddedPostgres SERVER = start();
        static final Database DATABASE = connect();
        static final Database OF_ANOTHER = connect();

        /** The server ends with this process; the library's own hook sees to it. */
        @SuppressWarnings("resource")
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Database connect() {
            String url = SERVER.getJdbcUrl("postgres", "postgres");
            return Database.connect(url, "postgres", "postgres");
        }
    }
}
