package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the front who and what was here before the program was started. Not at the start: a window
 * that only its owner uses never asks. What could not be read is read when somebody asks again, but
 * not at once: there may be somebody with every message.
 */
final class SeenBefore {
    private static final Logger LOG = LoggerFactory.getLogger(SeenBefore.class);
    private static final int AT_ONCE = 10_000;

    /** After a failure, in nanoseconds. */
    static final long PAUSE = 5_000_000_000L;

    private static final String USERS =
            "SELECT number, channel, user_id FROM conversation WHERE number > ?"
                    + " ORDER BY number FETCH FIRST ? ROWS ONLY";

    private static final String NAMES =
            "SELECT name FROM external_name WHERE name > ? ORDER BY name"
                    + " FETCH FIRST ? ROWS ONLY";

    private final Database database;
    private final Ahead ahead;
    private final Executor background;
    private final LongSupplier nanos;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long notBefore;

    /** How far it was read; what has come since, the front has seen. */
    private long lastUser = -1;

    private long lastName = Long.MIN_VALUE;

    private record User(long number, long hash) {}

    SeenBefore(Database database, Ahead ahead) {
        this(database, ahead, Thread::startVirtualThread, System::nanoTime);
    }

    /**
     * @param nanos as {@link System#nanoTime}
     */
    SeenBefore(Database database, Ahead ahead, Executor background, LongSupplier nanos) {
        this.database = database;
        this.ahead = ahead;
        this.background = background;
        this.nanos = nanos;
        this.notBefore = nanos.getAsLong();
    }

    /** Begins to look, if it is not looked for already. Does not wait. */
    void look() {
        if (nanos.getAsLong() - notBefore >= 0 && looking.compareAndSet(false, true)) {
            background.execute(this::read);
        }
    }

    private void read() {
        try {
            users();
            names();
            ahead.seenAll();
        } catch (StoreException e) {
            // Only slower: the tables are asked instead. At the end of the program it is usual.
            LOG.debug("What was here before is not known: {}", e.getMessage());
        } finally {
            notBefore = nanos.getAsLong() + PAUSE;
            looking.set(false);
        }
    }

    private void users() {
        List<User> some;
        do {
            long after = lastUser;
            some =
                    database.read(
                            "read users",
                            reads -> reads.list(USERS, SeenBefore::user, after, AT_ONCE));
            ahead.seen(some.stream().map(User::hash).toList());
            lastUser = some.isEmpty() ? lastUser : some.getLast().number;
        } while (some.size() == AT_ONCE);
    }

    private static User user(Row row) throws SQLException {
        long number = row.big();
        ChannelKind channel = ChannelKind.ofKey(row.text()).orElseThrow();
        return new User(number, Seen.user(channel, row.text()));
    }

    private void names() {
        List<Long> some;
        do {
            long after = lastName;
            some =
                    database.read(
                            "read names", reads -> reads.list(NAMES, Row::big, after, AT_ONCE));
            ahead.seen(some);
            lastName = some.isEmpty() ? lastName : some.getLast();
        } while (some.size() == AT_ONCE);
    }
}
