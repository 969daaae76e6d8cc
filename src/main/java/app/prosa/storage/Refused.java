package app.prosa.storage;

import app.prosa.storage.JournalFile.Transaction;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the tables refused of the journal. That must not happen, but should it, nothing that comes
 * after it may wait for it: it is set aside in a file beside the database, as SQL that H2 can run
 * (RUNSCRIPT) once the cause is gone. The file holds what people wrote, and the log does not.
 */
final class Refused {
    private static final Logger LOG = LoggerFactory.getLogger(Refused.class);

    private final Path file;

    Refused(Path file) {
        this.file = file;
    }

    /** Says at each start that there is something to look at. */
    void mention() {
        if (Files.exists(file)) {
            LOG.warn("{} has changes that the tables refused", file);
        }
    }

    /** Adds a transaction to the file; when this throws, nothing of it is there. */
    void add(Transaction transaction, SQLException refusal) throws IOException {
        append(script(transaction, refusal).getBytes(StandardCharsets.UTF_8));
        LOG.error(
                "The tables refused transaction {} with {} (SQL state {}); it is set aside in {}",
                transaction.number(),
                refusal.getErrorCode(),
                refusal.getSQLState(),
                file);
    }

    private void append(byte[] bytes) throws IOException {
        try (RandomAccessFile to = new RandomAccessFile(file.toFile(), "rw")) {
            long end = to.length();
            boolean done = false;
            try {
                to.seek(end);
                to.write(bytes);
                done = true;
            } finally {
                if (!done) {
                    to.setLength(end);
                }
            }
        }
    }

    private static String script(Transaction transaction, SQLException refusal) {
        StringBuilder script = new StringBuilder("-- transaction ");
        script.append(transaction.number()).append(": ").append(refusal.getSQLState());
        for (Change change : transaction.changes()) {
            script.append('\n').append(statement(change)).append(';');
        }
        return script.append('\n').toString();
    }

    /** Our statements have no question mark that is not a parameter. */
    private static String statement(Change change) {
        Iterator<@Nullable Object> parameters = change.parameters().iterator();
        StringBuilder whole = new StringBuilder();
        for (char letter : change.sql().strip().toCharArray()) {
            if (letter == '?') {
                whole.append(literal(parameters.next()));
            } else {
                whole.append(letter);
            }
        }
        return whole.toString();
    }

    private static String literal(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case UUID id -> "UUID '" + id + "'";
            case String text -> "'" + text.replace("'", "''") + "'";
            case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
            default -> value.toString();
        };
    }
}
