package app.prosa.channel.turns;

import app.prosa.channel.time.Timers;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationEngine;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.Turn;
import app.prosa.conversation.delivery.ChannelStore;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.DueTurns.Hopeless;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Nothing;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Opening;
import app.prosa.conversation.delivery.DueTurns.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers what is due. What is due is a row of the store, and stays one until its answer is in the
 * outbox: whatever ends in between is begun again.
 */
public final class Answering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    /** For what nobody told us of: another program that ended, a time that was missed. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);

    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final Duration STORE_PAUSE = Duration.ofSeconds(5);
    private static final int LOOK_AT = 1_000;
    private static final int AT_ONCE = 200;

    private final String owner = UUID.randomUUID().toString();
    private final ConversationEngine engine;
    private final DueTurns turns;
    private final ChannelStore store;
    private final Timers timers;
    private final Surroundings surroundings;
    private final Timetable timetable;

    /** Those that somebody is at, and whether they were to be looked at meanwhile. */
    private final ConcurrentMap<ConversationId, Boolean> busy = new ConcurrentHashMap<>();

    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * What programs that ended had begun more than once. One of them may be what ended them, so
     * each is answered alone: the others were only there.
     */
    private final Set<ConversationId> suspects = ConcurrentHashMap.newKeySet();

    private final Semaphore alone = new Semaphore(1);
    private volatile Timers.Timer sweep = Timers.Timer.NONE;
    private volatile boolean closed;

    /** What answering needs of the channels. */
    public interface Surroundings {
        /** Whether there is a way out for an answer now; if not, it stays due. */
        boolean isOpen(Correspondent to);

        /** What comes in goes first: returns when little does, or after a while. */
        void giveWay() throws InterruptedException;

        /** Fetches what came with the messages, before they are answered. Waits for it. */
        void fetchMedia(Correspondent from) throws InterruptedException;

        /** The answer is being written: tells the platform until it is over. Returns at once. */
        void writing(Correspondent to, Turn turn);

        /** Something may be sent. */
        void outgoing(Correspondent to);

        /** There will be no answer. */
        void gaveUp(Correspondent to, Failure failure);
    }

    public Answering(
            ConversationEngine engine,
            ChannelStore store,
            Timers timers,
            Surroundings surroundings) {
        this.engine = engine;
        this.store = store;
        this.turns = store.turns();
        this.timers = timers;
        this.surroundings = surroundings;
        this.timetable = new Timetable(timers, this::answer);
    }

    /** Takes up what a program that ended left due. */
    public void begin() {
        try {
            turns.earliest(LOOK_AT).stream()
                    .filter(due -> due.tries() > 0)
                    .forEach(due -> suspects.add(due.conversation()));
        } catch (StoreException e) {
            LOG.warn("What was begun again and again is not known: {}", e.getMessage());
        }
        sweep();
    }

    /** An answer is due, or due at another time than before. */
    public void due(ConversationId conversation, Instant at) {
        timetable.set(conversation, at);
    }

    /** Looks at all that is due, such as when a channel has come back. */
    public void look() {
        for (DueTurns.Due due : turns.earliest(LOOK_AT)) {
            timetable.setNoLater(due.conversation(), due.at());
        }
    }

    private void sweep() {
        if (closed) {
            return;
        }
        try {
            look();
        } catch (StoreException e) {
            LOG.warn("Could not look for due answers: {}", e.getMessage());
        } finally {
            sweep = timers.at(timers.now().plus(LOOK_EVERY), this::sweep);
        }
    }

    /** On a thread of its own. */
    private void answer(ConversationId id) {
        if (closed || busy.merge(id, false, (_, _) -> true)) {
            return; // whoever is at it looks again when they are done
        }
        Optional<Instant> again = Optional.empty();
        try {
            surroundings.giveWay(); // and takes nobody's place meanwhile
            again = suspects.contains(id) ? in(alone, () -> placed(id)) : placed(id);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (StoreException e) {
            LOG.warn("An answer has to wait for the store: {}", e.getMessage());
            again = Optional.of(timers.now().plus(STORE_PAUSE));
        } finally {
            if (again.isEmpty()) {
                suspects.remove(id);
            }
            lookAgain(id, Boolean.TRUE.equals(busy.remove(id)) ? Optional.of(timers.now()) : again);
        }
    }

    private interface Attempt {
        Optional<Instant> make() throws InterruptedException;
    }

    private Optional<Instant> placed(ConversationId id) throws InterruptedException {
        return in(places, () -> attempt(id));
    }

    private static Optional<Instant> in(Semaphore room, Attempt attempt)
            throws InterruptedException {
        room.acquire();
        try {
            return attempt.make();
        } finally {
            room.release();
        }
    }

    private void lookAgain(ConversationId id, Optional<Instant> again) {
        if (!closed) {
            again.ifPresent(at -> timetable.setNoLater(id, at));
        }
    }

    /** When to look again. */
    private Optional<Instant> attempt(ConversationId id) throws InterruptedException {
        Optional<Conversation> conversation = engine.conversations().find(id);
        Optional<Correspondent> known = store.correspondents().find(id);
        if (conversation.isEmpty() || known.isEmpty() || !surroundings.isOpen(known.get())) {
            return Optional.empty();
        }
        Correspondent to = known.get();
        surroundings.fetchMedia(to);
        if (closed) {
            return Optional.empty(); // it took its time, and the engine may have ended
        }
        Opener opener = new Opener(id);
        Optional<Turn> turn = engine.answer(conversation.get(), opener::open);
        return switch (opener.opening) {
            case Opened opened -> write(to, turn.orElseThrow(), opened.tries() + 1);
            case Written written -> close(to);
            case Hopeless hopeless -> giveUp(to, why(hopeless.reply()));
            case NotYet later -> Optional.of(later.at());
            case Nothing nothing -> Optional.empty();
        };
    }

    /** Opens a reply, and remembers what came of it. */
    private final class Opener {
        private final ConversationId id;
        private Opening opening = new Nothing();

        Opener(ConversationId id) {
            this.id = id;
        }

        Optional<Message> open() {
            opening = turns.open(id, owner, timers.now().plus(LEASE), timers.now());
            return opening instanceof Opened opened
                    ? Optional.of(opened.reply())
                    : Optional.empty();
        }
    }

    private Optional<Instant> write(Correspondent to, Turn turn, int tries) {
        Timers.Timer longer = extendLater(to.conversation());
        try {
            surroundings.writing(to, turn);
            return ended(to, turn.done().join(), tries);
        } catch (CompletionException | CancellationException e) {
            // The program ends, or the store cannot keep the reply: it is still due.
            return Optional.of(timers.now().plus(STORE_PAUSE));
        } finally {
            longer.cancel();
        }
    }

    private Timers.Timer extendLater(ConversationId id) {
        Extension extension = new Extension(id);
        extension.again();
        return extension;
    }

    /** Keeps a turn ours while its answer is written. */
    private final class Extension implements Timers.Timer {
        private final ConversationId id;
        private Timers.Timer next = Timers.Timer.NONE;
        private boolean over;

        Extension(ConversationId id) {
            this.id = id;
        }

        synchronized void again() {
            if (!over) {
                next = timers.at(timers.now().plus(LEASE.dividedBy(3)), this::extend);
            }
        }

        private void extend() {
            try {
                turns.extend(id, owner, timers.now().plus(LEASE));
            } catch (StoreException e) {
                LOG.warn("A turn may be taken by another program: {}", e.getMessage());
            }
            again();
        }

        @Override
        public synchronized void cancel() {
            over = true;
            next.cancel();
        }
    }

    private Optional<Instant> ended(Correspondent to, Message reply, int tries) {
        Failure failure = reply.failure();
        boolean unfinished =
                reply.state() == MessageState.FAILED || reply.state() == MessageState.INTERRUPTED;
        if (!unfinished || failure == null) {
            return close(to);
        }
        if (failure.kind() == Failure.Kind.PROGRAM_ENDED) {
            return Optional.empty(); // it stays due, for the next start
        }
        if (tries >= DueTurns.MOST_OPENINGS || !Backoff.helps(failure.kind())) {
            return giveUp(to, failure);
        }
        Instant at = timers.now().plus(Backoff.after(failure, tries));
        turns.retry(to.conversation(), owner, at);
        return Optional.of(at);
    }

    private static Failure why(Message reply) {
        return Objects.requireNonNullElse(reply.failure(), Failure.of(Failure.Kind.PROGRAM_ENDED));
    }

    private Optional<Instant> giveUp(Correspondent to, Failure failure) {
        Optional<Instant> next = close(to);
        surroundings.gaveUp(to, failure);
        return next;
    }

    private Optional<Instant> close(Correspondent to) {
        if (turns.close(to.conversation(), owner, timers.now())) {
            surroundings.outgoing(to);
        }
        return turns.due(to.conversation());
    }

    @Override
    public void close() {
        closed = true;
        sweep.cancel();
        timetable.clear();
    }
}
