package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.StoreException;
import app.prosa.storage.Backlog.Of;
import app.prosa.storage.Heads.Head;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages in, and ends replies, without the tables: what it needs of them it knows, what it
 * changes goes to the {@link Journal}, and the tables follow ({@link Follower}). On the thread that
 * asks, in some 20 µs: nothing is handed to another thread and nobody waits for H2.
 *
 * <p>Everything that changes the tables in another way does so under the lock of this, after the
 * tables have followed, and says here which conversations it touched.
 */
final class JournalFront implements Front {
    /** So many changes are not waited for to become more. */
    private static final int MANY_BEHIND = 2_000;

    /** With so many changes behind, whoever comes next waits for the tables. */
    private static final int MOST_BEHIND = 50_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Journal journal;
    private final Numbering.InMemory numbering;
    private final Busy busy;
    private final Heads heads = new Heads();
    private final Seen seen = new Seen();
    private Backlog backlog = new Backlog();
    private boolean seenAll;

    /** Somebody will let the tables follow. */
    private boolean awaited;

    /** And at once. */
    private boolean hurried;

    /** Until what was taken out of the backlog is in the tables. */
    private volatile boolean behind;

    private volatile Followers followers = Followers.NONE;

    JournalFront(Journal journal, Numbering.InMemory numbering, Busy busy) {
        this.journal = journal;
        this.numbering = numbering;
        this.busy = busy;
    }

    /** Whom this asks for what it does not do itself; none of it waits. */
    interface Followers {
        /** The tables have come to be behind. */
        void soon();

        /** They are far behind. */
        void now();

        /** It would be good to know who has been here, see {@link #seen}; said more than once. */
        void look();

        Followers NONE =
                new Followers() {
                    @Override
                    public void soon() {}

                    @Override
                    public void now() {}

                    @Override
                    public void look() {}
                };
    }

    void ask(Followers whom) {
        followers = whom;
    }

    /** A transaction in the making. */
    private final class Note {
        private final List<Change> journaled = new ArrayList<>();
        private final List<Runnable> afterwards = new ArrayList<>();

        void insert(Of row, Change change) {
            journaled.add(change);
            afterwards.add(() -> backlog.insert(row, change));
        }

        /**
         * @param whole inserts the row as it is after the change, for where it has yet to be
         *     inserted
         */
        void update(Of row, Change change, Supplier<Change> whole) {
            journaled.add(change);
            boolean waits = backlog.inserts(row);
            afterwards.add(
                    waits
                            ? () -> backlog.insert(row, whole.get())
                            : () -> backlog.update(row, change));
        }

        void add(Change change) {
            journaled.add(change);
            afterwards.add(() -> backlog.add(change));
        }

        void afterwards(Runnable action) {
            afterwards.add(action);
        }

        void commit(String attempted) {
            try {
                journal.append(journaled);
            } catch (IOException e) {
                throw SqlFailures.of(attempted, e);
            }
            afterwards.forEach(Runnable::run);
            backlog.reaches(journal.last());
            behind = true;
            letFollow();
            if (!hurried && backlog.size() > MANY_BEHIND) {
                hurried = true;
                followers.now();
            }
        }
    }

    private void letFollow() {
        if (!awaited) {
            awaited = true;
            followers.soon();
        }
    }

    /** While the tables cannot follow, what is begun already may still end. */
    private void refuseIfFull(String attempted) {
        if (journal.isFull()) {
            letFollow();
            throw new StoreException(StoreException.Cause.DISK_FULL, attempted, null);
        }
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<Received> receive(InboundMessage message, boolean openReply, Instant now) {
        if (!message.attachments().isEmpty()) {
            return Optional.empty();
        }
        Long name =
                message.externalId() == null
                        ? null
                        : ExternalNames.hash(message.channel(), message.externalId());
        return locked(() -> take(message, name, openReply, now));
    }

    private Optional<Received> take(
            InboundMessage inbound, @Nullable Long name, boolean openReply, Instant now) {
        refuseIfFull("receive");
        Head head = heads.find(inbound.channel(), inbound.userId());
        boolean fresh = head == null;
        boolean known = (name == null || isNew(name)) && (!fresh || isNewUser(inbound));
        if (!known || backlog.size() > MOST_BEHIND) {
            return Optional.empty();
        }
        ConversationRow row =
                head == null
                        ? new ConversationRow(
                                numbering.next(),
                                ConversationId.next(),
                                inbound.channel(),
                                inbound.userId(),
                                now)
                        : head.row().copy();
        Inbox.Taken taken = Inbox.take(row, inbound, openReply, now);
        Note note = new Note();
        if (fresh) {
            note.insert(Of.conversation(row), ConversationRows.inserting(row));
        } else {
            save(note, row);
        }
        busy.marking(row)
                .ifPresent(change -> {
                    note.add(change);
                    note.afterwards(() -> busy.marked(row.number));
                });
        insert(note, taken.message(), inbound.externalId());
        if (taken.reply() != null) {
            insert(note, taken.reply(), null);
        }
        if (name != null) {
            note.add(ExternalNames.adding(name, taken.message().id()));
            note.afterwards(() -> seen.add(name));
        }
        note.commit("receive");
        if (fresh) {
            seen.add(Seen.user(inbound.channel(), inbound.userId()));
        }
        heads.put(
                head == null
                        ? new Head(row, taken.reply() == null ? List.of() : List.of(taken.reply()))
                        : head.with(row, taken.reply()));
        return Optional.of(new Received(row.conversation(), taken.message(), taken.reply(), false));
    }

    private static void insert(Note note, Message message, @Nullable String externalId) {
        note.insert(Of.message(message.id()), MessageRows.inserting(message, externalId));
    }

    private static void save(Note note, ConversationRow row) {
        note.update(
                Of.conversation(row),
                ConversationRows.saving(row),
                () -> ConversationRows.inserting(row));
    }

    private boolean isNewUser(InboundMessage inbound) {
        return inbound.channel() != ChannelKind.DESKTOP
                && isNew(Seen.user(inbound.channel(), inbound.userId()));
    }

    /** Has surely never been here. */
    private boolean isNew(long hash) {
        return knowsAll() && !seen.maybe(hash);
    }

    private boolean knowsAll() {
        if (!seenAll) {
            followers.look();
        }
        return seenAll;
    }

    @Override
    public Optional<Finished> finish(Ended ended) {
        Change finishing = MessageRows.finishing(ended);
        return locked(() -> {
            Head head = heads.of(ended.reply());
            return head == null || !ended.fits()
                    ? Optional.empty()
                    : head.open(ended.reply()).map(open -> end(head, ended.of(open), finishing));
        });
    }

    private Finished end(Head head, Message reply, Change finishing) {
        ConversationRow row = head.row().copy();
        Replies.tell(row, reply);
        Note note = new Note();
        note.update(
                Of.message(reply.id()), finishing, () -> MessageRows.inserting(reply, null));
        save(note, row);
        note.commit("finish");
        heads.put(head.without(row, reply.id()));
        return new Finished(reply, row.conversation());
    }

    @Override
    public boolean checkpoint(MessageId reply, String text, String reasoning) {
        Change checkpointing = MessageRows.checkpointing(reply, text, reasoning);
        return locked(() -> {
            refuseIfFull("checkpoint");
            Head head = heads.of(reply);
            Optional<Message> open =
                    head == null || !Ended.fits(text, reasoning)
                            ? Optional.empty()
                            : head.open(reply);
            open.ifPresent(message -> {
                Note note = new Note();
                note.update(
                        Of.message(reply),
                        checkpointing,
                        () -> MessageRows.inserting(message.withText(text, reasoning), null));
                note.commit("checkpoint");
            });
            return open.isPresent();
        });
    }

    // What the tables' side does

    /** Whether there is something that the tables lack. */
    boolean isBehind() {
        return behind;
    }

    /** What is done while nothing comes in. */
    interface Section<T> {
        T run() throws SQLException;
    }

    <T> T exclusively(Section<T> section) throws SQLException {
        lock.lock();
        try {
            return section.run();
        } finally {
            lock.unlock();
        }
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
            awaited = false;
            hurried = false;
            return all;
        });
    }

    /** What was handed over is in the tables. */
    void done() {
        locked(() -> behind = !backlog.isEmpty());
    }

    /** It could not be done, and is still to be done. */
    void giveBack(Backlog undone) {
        locked(() -> {
            undone.followedBy(backlog);
            backlog = undone;
            return true;
        });
    }

    /** Everything that is in the journal is in the tables, or was refused. */
    void caughtUp() {
        busy.forget();
        backlog = new Backlog();
        behind = false;
        heads.clear();
    }

    /** Under the lock: what a transaction of the tables touched, and what it leaves. */
    void learn(Tx tx) {
        if (tx.hasTouchedAll()) {
            heads.clear();
        }
        tx.touched().forEach(heads::drop);
        tx.left().forEach(heads::put);
        tx.named().forEach(seen::add);
    }

    /** Some of those that have been here before this program was started. */
    void seen(Collection<Long> hashes) {
        locked(() -> {
            hashes.forEach(seen::add);
            return true;
        });
    }

    /** There are no more of them. */
    void seenAll() {
        locked(() -> seenAll = true);
    }

    /** Nothing comes in any more, and what came in just now has its file. */
    void close() {
        locked(() -> {
            journal.close();
            return true;
        });
    }
}
