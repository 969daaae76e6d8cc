package app.prosa.conversation.delivery;

import app.prosa.conversation.ConversationStore.Received;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was stored of an {@link Arrival}.
 *
 * @param received without a reply; as it was the first time, where this is a repeat
 * @param correspondent as they are now
 * @param due when the answer is due, or null where nothing is to be answered
 * @param first nobody had heard of them before
 */
public record Arrived(
        Received received, Correspondent correspondent, @Nullable Instant due, boolean first) {}
