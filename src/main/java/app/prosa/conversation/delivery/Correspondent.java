package app.prosa.conversation.delivery;

import app.prosa.conversation.ConversationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * With whom a channel's conversation is.
 *
 * @param address where they wrote last
 * @param name as they call themselves, or the group's title; may be empty
 * @param handle a user name or a telephone number; may be empty
 * @param optedOut they asked for silence
 * @param reachable false once the platform said that nothing arrives there
 * @param heardAt when they wrote last, by the platform's clock: what its windows count from
 * @param held how many of their messages wait for the operator's word, because they are of somebody
 *     unknown or came too late
 */
public record Correspondent(
        ConversationId conversation,
        Address address,
        String name,
        String handle,
        Standing standing,
        boolean optedOut,
        boolean reachable,
        @Nullable Instant heardAt,
        int held) {

    /** Whether anything may be sent to them. */
    public boolean mayBeWrittenTo() {
        return standing == Standing.ADMITTED && !optedOut && reachable;
    }
}
