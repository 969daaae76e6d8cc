package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.DueTurns.Opening;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link Front} is for conversations, for what comes by channels and is answered there. */
interface ChannelFront {
    /** Messages may come soon. Returns at once. */
    void expect();

    /** Whether surely nobody has written yet as whom this message is from. */
    boolean isNew(InboundMessage message);

    Optional<Correspondent> find(ConversationId conversation);

    /** Whether surely nothing of a conversation has still to be fetched from its platform. */
    boolean isWithoutMedia(ConversationId conversation);

    /**
     * @param before the message as it is, where it is known to have come already
     */
    Optional<Arrived> accept(Arrival arrival, @Nullable Message before, Instant now);

    Optional<Opening> open(ConversationId conversation, String owner, Instant until, Instant now);

    /** Where several programs use one database, none of them knows what is in it. */
    ChannelFront NONE =
            new ChannelFront() {
                @Override
                public void expect() {}

                @Override
                public boolean isNew(InboundMessage message) {
                    return false;
                }

                @Override
                public Optional<Correspondent> find(ConversationId conversation) {
                    return Optional.empty();
                }

                @Override
                public boolean isWithoutMedia(ConversationId conversation) {
                    return false;
                }

                @Override
                public Optional<Arrived> accept(
                        Arrival arrival, @Nullable Message before, Instant now) {
                    return Optional.empty();
                }

                @Override
                public Optional<Opening> open(
                        ConversationId conversation, String owner, Instant until, Instant now) {
                    return Optional.empty();
                }
            };
}
