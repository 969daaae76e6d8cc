package app.prosa.desktop.transcript;

import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Delivery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a conversation, by position. All on the JavaFX thread, but {@link #read}.
 *
 * <p>A position is always the same place of the path shown; a deleted message keeps its position.
 */
public interface TranscriptSource {
    /** How many positions there are. */
    int size();

    /** The message, or null if it is not at hand yet: then it is fetched and the listener told. */
    @Nullable Message message(int position);

    /**
     * Fetches messages at once, for copying many of them. Blocks: not on the JavaFX thread.
     *
     * @return the positions from one to before another, as far as they exist
     */
    List<Message> read(int from, int before);

    /** Whether the reader is who asks in it; what somebody else asked cannot be asked anew. */
    default boolean isOwn() {
        return true;
    }

    /** How far a message is on its way to somebody elsewhere; null if it goes nowhere. */
    default @Nullable Delivery delivery(@SuppressWarnings("unused") MessageId message) {
        return null;
    }

    /** Replaces the one before. */
    void setListener(Listener listener);

    /** Hears what changed. */
    interface Listener {
        /** Messages from one position to before another are at hand, or are other ones. */
        void changed(int from, int before);

        /** The path ends elsewhere; the messages up to the shorter of the two are as they were. */
        void resized();
    }

    /** Of no conversation. */
    TranscriptSource EMPTY =
            new TranscriptSource() {
                @Override
                public int size() {
                    return 0;
                }

                @Override
                public @Nullable Message message(int position) {
                    return null;
                }

                @Override
                public List<Message> read(int from, int before) {
                    return List.of();
                }

                @Override
                public void setListener(Listener listener) {}
            };
}
