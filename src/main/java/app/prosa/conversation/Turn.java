package app.prosa.conversation;

import app.prosa.conversation.ConversationStore.Finished;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One reply in the making, from its place in the lane to its last state. */
public final class Turn {
    private static final AtomicLong COUNT = new AtomicLong();

    private final long order = COUNT.getAndIncrement();
    private final Conversation conversation;
    private final MessageId reply;
    private final TurnRunner runner;
    private final CompletableFuture<Message> done = new CompletableFuture<>();
    private volatile @Nullable ReplyBuffer buffer;
    private volatile @Nullable Reason ended;
    private volatile boolean waited;

    /**
     * The thread while it is in the call of the model, and only then: an interrupt elsewhere could
     * hit the database's files.
     */
    private @Nullable Thread calling;

    /** Why a turn ends before its model is done. */
    enum Reason {
        STOPPED,
        PROGRAM_ENDS
    }

    Turn(Conversation conversation, MessageId reply, TurnRunner runner) {
        this.conversation = conversation;
        this.reply = reply;
        this.runner = runner;
    }

    /** A reply that was written before. */
    static Turn over(Conversation conversation, Message reply, TurnRunner runner) {
        Turn turn = new Turn(conversation, reply.id(), runner);
        turn.done.complete(reply);
        return turn;
    }

    public ConversationId conversationId() {
        return conversation.id();
    }

    public MessageId replyId() {
        return reply;
    }

    /**
     * Completes with the reply in its last state. It fails only if that could not be stored, with
     * {@link StoreException}.
     */
    public CompletableFuture<Message> done() {
        return done.copy();
    }

    /** Whether the reply has its last state; once subscribers hear of that state, this is so. */
    public boolean isOver() {
        return done.isDone();
    }

    /** What has arrived so far, or empty before the model was called. */
    public Optional<Partial> partial() {
        ReplyBuffer current = buffer;
        return current == null ? Optional.empty() : Optional.of(current.raw());
    }

    /** Ends the call of the model at once; what has arrived is kept. */
    public void stop() {
        end(Reason.STOPPED);
    }

    /** From the call of the model to the last state, on this (virtual) thread. */
    void run(Runnable leave) {
        try {
            Finished stored = runner.run(this);
            done.complete(stored.reply());
            runner.announce(stored);
        } catch (Throwable e) {
            done.completeExceptionally(e);
            throw e;
        } finally {
            leave.run();
        }
    }

    synchronized void end(Reason reason) {
        if (ended == null || reason == Reason.PROGRAM_ENDS) {
            ended = reason;
        }
        notifyAll();
        if (calling != null) {
            calling.interrupt();
        }
    }

    /** From here on the thread may be interrupted. */
    synchronized void enterCall() throws InterruptedException {
        if (ended != null) {
            throw new InterruptedException();
        }
        calling = Thread.currentThread();
    }

    /** From here on it is not; an interrupt that came in between is forgotten. */
    @SuppressWarnings(
            "InterruptedExceptionSwallowed") // the interrupt was for the call that is over
    synchronized void leaveCall() {
        calling = null;
        Thread.interrupted();
    }

    /**
     * Waits, but not beyond the end of the program.
     *
     * @return false when the program ends
     */
    synchronized boolean sleepUnlessEnding(Duration time) {
        long until = System.nanoTime() + time.toNanos();
        try {
            long left = until - System.nanoTime();
            while (ended != Reason.PROGRAM_ENDS && left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = until - System.nanoTime();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return ended != Reason.PROGRAM_ENDS;
    }

    @Nullable Reason ended() {
        return ended;
    }

    /** Another turn of the conversation has to end first. */
    void waits() {
        waited = true;
    }

    boolean waited() {
        return waited;
    }

    /** Later turns have larger ones. */
    long order() {
        return order;
    }

    Conversation conversation() {
        return conversation;
    }

    void collectIn(ReplyBuffer newBuffer) {
        this.buffer = newBuffer;
    }

    @Nullable ReplyBuffer buffer() {
        return buffer;
    }
}
