package app.prosa.conversation.delivery;

import app.prosa.conversation.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * How far a message of ours is, all of its parts taken together: as the one that is least far, and
 * FAILED if one of them is.
 *
 * @param trouble why it failed or waits, or null
 * @param mayBeTwice a part of it may have arrived twice
 */
public record Delivery(
        MessageId message, DeliveryState state, @Nullable Trouble trouble, boolean mayBeTwice) {}
