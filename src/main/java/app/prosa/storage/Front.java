package app.prosa.storage;

import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Failure;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.ReplyMeta;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the tables and takes in by itself what comes most often. Whatever it does is
 * durable when it returns. Where it returns nothing, nothing was done, and the tables are asked.
 */
interface Front {
    Optional<Received> receive(InboundMessage message, boolean openReply, Instant now);

    Optional<Finished> finish(
            MessageId reply,
            MessageState state,
            String text,
            String reasoning,
            @Nullable Failure failure,
            @Nullable ReplyMeta meta);

    /**
     * @return whether it was done
     */
    boolean checkpoint(MessageId reply, String text, String reasoning);

    /** Where several programs use one database, none of them knows what is in it. */
    Front NONE =
            new Front() {
                @Override
                public Optional<Received> receive(
                        InboundMessage message, boolean openReply, Instant now) {
                    return Optional.empty();
                }

                @Override
                public Optional<Finished> finish(
                        MessageId reply,
                        MessageState state,
                        String text,
                        String reasoning,
                        @Nullable Failure failure,
                        @Nullable ReplyMeta meta) {
                    return Optional.empty();
                }

                @Override
                public boolean checkpoint(MessageId reply, String text, String reasoning) {
                    return false;
                }
            };
}
