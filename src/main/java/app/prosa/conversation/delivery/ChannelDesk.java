package app.prosa.conversation.delivery;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;

/**
 * What the operator decides about people who write by channels, and about messages to them. Each
 * call is durable when it returns, and what has changed is told to the engine's subscribers.
 *
 * <p>All of them throw {@link app.prosa.conversation.StoreException} when the database cannot do
 * it.
 */
public interface ChannelDesk {

    /** Somebody may come in; what they wrote is answered, if the model answers there. */
    void approve(ConversationId conversation);

    /** Nothing more is heard of somebody, and nothing is sent to them. */
    void block(ConversationId conversation);

    /**
     * What came too late, or while all was paused, waits no longer.
     *
     * @param answer whether it is answered now or left as it is
     */
    void release(ConversationId conversation, boolean answer);

    /** Sends what failed once more. */
    void resend(MessageId message);
}
