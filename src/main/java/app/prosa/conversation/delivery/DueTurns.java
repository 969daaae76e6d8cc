package app.prosa.conversation.delivery;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answers that are due. Whoever answers opens the reply, has it written, and {@link #close
 * closes} the turn; a program that ends in between leaves it due, and it is opened again.
 */
public interface DueTurns {
    /** An answer is begun so often, whatever becomes of it, and then there is none. */
    int MOST_OPENINGS = 5;

    /**
     * A conversation whose answer is due.
     *
     * @param at when; later than that while somebody answers
     * @param tries how often the answer was begun anew so far
     */
    record Due(ConversationId conversation, Instant at, int tries) {}

    /** The earliest ones, whether their time has come or not. */
    List<Due> earliest(int limit);

    /**
     * Begins an answer, if its time has come and nobody else is at it.
     *
     * @param owner who asks, unique among the programs that share the database
     * @param until when the turn may be taken from its owner
     */
    Opening open(ConversationId conversation, String owner, Instant until, Instant now);

    /** What became of {@link #open}. */
    sealed interface Opening {}

    /**
     * An empty reply stands at the end of the path shown: a new one, or a version of one that came
     * to no end.
     *
     * @param tries how often it was opened before and came to no good end, or to none because the
     *     program ended; below {@link #MOST_OPENINGS}
     */
    record Opened(Conversation conversation, Message reply, int tries) implements Opening {}

    /** The reply is written; only {@link #close} was missing. */
    record Written(Message reply) implements Opening {}

    /**
     * It was opened so often, and never came to a good end, that it is not opened again: it may be
     * what ends the program. Only {@link #close} is missing.
     *
     * @param reply the last one, which is over
     */
    record Hopeless(Message reply) implements Opening {}

    /** Somebody is at it, or its time has not come. */
    record NotYet(Instant at) implements Opening {}

    /** There is nothing to answer, or nobody to whom. The turn is not due any more. */
    record Nothing() implements Opening {}

    /** The owner needs longer; false if the turn is not theirs any more. */
    boolean extend(ConversationId conversation, String owner, Instant until);

    /**
     * Ends a turn. Where its reply is complete, the conversation is still in {@link
     * app.prosa.conversation.Mode#AUTO} and the correspondent may be written to, the reply goes
     * into the {@link Outbox} in the same transaction. What has come meanwhile is due at its time.
     *
     * @return whether there is something to send
     */
    boolean close(ConversationId conversation, String owner, Instant now);

    /** The reply came to no good end: it is tried again later. */
    void retry(ConversationId conversation, String owner, Instant at);

    /** When an answer is due in a conversation, empty when none is. */
    Optional<Instant> due(ConversationId conversation);
}
