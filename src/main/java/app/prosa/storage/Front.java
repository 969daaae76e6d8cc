package app.prosa.storage;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.MessageId;
import java.time.Instant;
import java.util.Optional;

/**
 * What stands before the tables and takes in by itself what comes most often. Whatever it does is
 * durable when it returns. Where it returns nothing, nothing was done, and the tables are asked.
 */
interface Front {
    Optional<Conversation> find(ConversationId id);

    Optional<Received> receive(InboundMessage message, boolean openReply, Instant now);

    Optional<Finished> finish(Ended ended);

    /**
     * @return whether it was done
     */
    boolean checkpoint(MessageId reply, String text, String reasoning);

    /** Where several programs use one database, none of them knows what is in it. */
    Front NONE =
            new Front() {
                @Override
                public Optional<Conversation> find(ConversationId id) {
                    return Optional.empty();
                }

                @Override
                public Optional<Received> receive(
                        InboundMessage message, boolean openReply, Instant now) {
                    return Optional.empty();
                }

                @Override
                public Optional<Finished> finish(Ended ended) {
                    return Optional.empty();
                }

                @Override
                public boolean checkpoint(MessageId reply, String text, String reasoning) {
                    return false;
                }
            };
}
