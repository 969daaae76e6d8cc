package app.prosa.storage;

import app.prosa.conversation.StoreException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * By what the journal is ahead of the tables, and what is known of them without asking: between the
 * {@link JournalFront}, which goes ahead, and the {@link Follower}. All of it is under one lock.
 *
 * <p>Everything that changes the tables in another way does so under this lock, after the tables
 * have followed, and says here which conversations it touched.
 */
final class Ahead {
    /** So many changes are not waited for to become more. */
    private static final int MANY = 2_000;

    /** So many changes are done in a few milliseconds. */
    private static final int FAR = 20;

    /** With so many changes ahead, whoever comes next waits for the tables. */
    private static final int MOST = 50_000;

    private final Turnstile turnstile = new Turnstile();
    private final Journal journal;
    private final Busy busy;
    private final Heads heads = new Heads();
    private final Correspondences correspondences = new Correspondences();
    private final Seen seen = new Seen();
    private Backlog backlog = new Backlog();
    private boolean seenAll;

    /** Somebody lets the tables follow at once. */
    private boolean hurried;

    /** Until what was taken out of the backlog is in the tables. */
    private volatile boolean behind;

    private volatile Followers followers = Followers.NONE;

    Ahead(Journal journal, Busy busy) {
        this.journal = journal;
        this.busy = busy;
    }

    void ask(Followers whom) {
        followers = whom;
    }

    <T> T locked(Supplier<T> work) {
        return turnstile.pass(work);
    }

    /**
     * What the front knows, for those who could ask the tables instead. They do while the tables'
     * side is inside, which may take long; but if the tables are behind they would wait all the
     * same.
     */
    <T> Optional<T> known(Supplier<Optional<T>> look) {
        return behind ? turnstile.pass(look) : turnstile.tryPass(look);
    }

    // What the front does, all of it under the lock

    Heads heads() {
        return heads;
    }

    Correspondences correspondences() {
        return correspondences;
    }

    Seen seen() {
        return seen;
    }

    Busy busy() {
        return busy;
    }

    /** While the tables cannot follow, what is begun already may still end. */
    void refuseIfFull(String attempted) {
        if (journal.isFull()) {
            followers.soon();
            throw new StoreException(StoreException.Cause.DISK_FULL, attempted, null);
        }
    }

    boolean isTooFar() {
        return backlog.size() > MOST;
    }

    /** What was here before the program was started will be asked for. */
    void lookBefore() {
        followers.look();
    }

    /** Has surely never been here. */
    boolean isNew(long hash) {
        if (!seenAll) {
            followers.look();
        }
        return seenAll && !seen.maybe(hash);
    }

    Note note() {
        return new Note(backlog);
    }

    /** When this returns it is durable, and when it throws nothing was done. */
    void commit(String attempted, Note note) {
        try {
            journal.append(note.changes());
        } catch (IOException e) {
            throw SqlFailures.of(attempted, e);
        }
        note.done();
        backlog.reaches(journal.last());
        behind = true;
        followers.soon();
        if (!hurried && backlog.size() > MANY) {
            hurried = true;
            followers.now();
        }
    }

    // What the tables' side does

    /** Whether there is something that the tables lack. */
    boolean isBehind() {
        return behind;
    }

    /** Does something while nothing comes in. */
    <T> T exclusively(Turnstile.Section<T> section) throws SQLException {
        return turnstile.stay(section);
    }

    /** Whether the tables lack so much that they had better follow while more comes in. */
    boolean isFarAhead() {
        return locked(() -> backlog.size() > FAR);
    }

    void inside(Runnable work) {
        locked(() -> {
            work.run();
            return true;
        });
    }

    /** Hands over what the tables lack. */
    Backlog take() {
        return locked(() -> {
            Backlog all = backlog;
            backlog = new Backlog();
            hurried = false;
            return all;
        });
    }

    /** What was handed over is in the tables. */
    void done() {
        inside(() -> behind = !backlog.isEmpty());
    }

    /** It could not be done, and is still to be done. */
    void giveBack(Backlog undone) {
        inside(() -> {
            undone.followedBy(backlog);
            backlog = undone;
        });
    }

    /** Under the lock: everything that is in the journal is in the tables, or was refused. */
    void caughtUp() {
        busy.forget();
        backlog = new Backlog();
        behind = false;
        heads.clear();
        correspondences.clear();
    }

    /** Under the lock: what a transaction of the tables touched, and what it leaves. */
    void learn(Tx tx) {
        if (tx.hasTouchedAll()) {
            heads.clear();
        }
        tx.touched().forEach(heads::drop);
        tx.touched().forEach(correspondences::drop);
        tx.left().forEach(heads::put);
        tx.lessons().forEach(lesson -> lesson.accept(correspondences));
        tx.named().forEach(seen::add);
    }

    /** Some of those that have been here before this program was started. */
    void seen(Collection<Long> hashes) {
        inside(() -> hashes.forEach(seen::add));
    }

    /** There are no more of them. */
    void seenAll() {
        inside(() -> seenAll = true);
    }

    /** Nothing comes in any more, and what came in just now has its file. */
    void close() {
        inside(journal::close);
    }
}
