package app.prosa.conversation;

import app.prosa.conversation.ConversationStore.Received;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a message that came in.
 *
 * @param message as it is stored
 * @param turn writes the answer; null where the model is silent (see {@link Mode})
 */
public record Receipt(Conversation conversation, Message message, @Nullable Turn turn) {
    static Receipt silent(Received received) {
        return new Receipt(received.conversation(), received.message(), null);
    }

    static Receipt of(Received received, Turn turn) {
        return new Receipt(received.conversation(), received.message(), turn);
    }

    /**
     * Its turn, for who knows that the model answers.
     *
     * @throws NullPointerException if it is silent
     */
    public Turn answering() {
        return Objects.requireNonNull(turn, "The model is silent here");
    }
}
