package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.StoreException;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the front once who and what was here before the program was started. Not at the start: a
 * window that only its owner uses never asks.
 */
final class SeenBefore implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SeenBefore.class);
    private static final int AT_ONCE = 10_000;

    private static final String USERS =
            "SELECT number, channel, user_id FROM conversation WHERE number > ?"
                    + " ORDER BY number FETCH FIRST ? ROWS ONLY";

    private static final String NAMES =
            "SELECT name FROM external_name WHERE name > ? ORDER BY name"
                    + " FETCH FIRST ? ROWS ONLY";

    private final Database database;
    private final JournalFront front;

    private record User(long number, long hash) {}

    SeenBefore(Database database, JournalFront front) {
        this.database = database;
        this.front = front;
    }

    @Override
    public void run() {
        try {
            users();
            names();
            front.seenAll();
        } catch (StoreException e) {
            // Only slower: the tables are asked instead. At the end of the program it is usual.
            LOG.debug("What was here before is not known: {}", e.getMessage());
        }
    }

    private void users() {
        List<User> some = List.of();
        do {
            long after = some.isEmpty() ? -1 : some.getLast().number;
            some =
                    database.read(
                            "read users",
                            reads -> reads.list(USERS, SeenBefore::user, after, AT_ONCE));
            front.seen(some.stream().map(User::hash).toList());
        } while (some.size() == AT_ONCE);
    }

    private static User user(Row row) throws SQLException {
        long number = row.big();
        ChannelKind channel = ChannelKind.ofKey(row.text()).orElseThrow();
        return new User(number, Seen.user(channel, row.text()));
    }

    private void names() {
        List<Long> some = List.of();
        do {
            long after = some.isEmpty() ? Long.MIN_VALUE : some.getLast();
            some =
                    database.read(
                            "read names", reads -> reads.list(NAMES, Row::big, after, AT_ONCE));
            front.seen(some);
        } while (some.size() == AT_ONCE);
    }
}
