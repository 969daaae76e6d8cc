package app.prosa.channel;

import app.prosa.channel.http.Body;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.conversation.delivery.Part;
import java.time.Instant;
import java.util.Optional;

/**
 * A platform's account in use. Each call waits for the platform, for a bounded time, and belongs on
 * a virtual thread.
 */
public interface Channel extends AutoCloseable {
    Route route();

    /**
     * Sends a text once.
     *
     * @throws InterruptedException after the request was given up; the message may have arrived
     */
    SendResult send(Outgoing message) throws InterruptedException;

    /**
     * Shows that an answer is being written, where the platform has a way to. Called again every
     * few seconds, until the answer is there or it was not shown.
     *
     * @return why not; empty when it was done, or there is nothing to be done
     */
    Optional<Refusal> showWriting(String chatId) throws InterruptedException;

    /**
     * Shows an answer while it is written, where the platform has a way to.
     *
     * @param draft the same for all of an answer
     * @param markdown what there is of it
     * @return why not; empty when it was done, or there is nothing to be done
     */
    default Optional<Refusal> showDraft(String chatId, long draft, String markdown)
            throws InterruptedException {
        return Optional.empty();
    }

    /** Whether {@link #showDraft} does anything in such a chat. */
    default boolean hasDrafts(boolean group) {
        return false;
    }

    /**
     * Looks for a message that may have arrived.
     *
     * @param since when it was sent, at the earliest
     * @return what the platform knows; empty when it has no way to tell
     */
    default Optional<Answer<Found>> find(Part part, Instant since) throws InterruptedException {
        return Optional.empty();
    }

    /**
     * Asks the platform for something that changes nothing, before what may have arrived is sent
     * again.
     *
     * @return why there was no answer; empty when there was, or nothing can be asked
     */
    default Optional<Refusal> ask() throws InterruptedException {
        return Optional.empty();
    }

    /** Whether a message is with the platform. */
    sealed interface Found {}

    record There(String platformId) implements Found {}

    record NotThere() implements Found {}

    /** Fetches a file that came with a message. */
    Answer<Body> fetch(MediaRef media) throws InterruptedException;

    /** Ends what is under way. */
    @Override
    void close();
}
