package app.prosa.settings.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a channel's traffic.
 *
 * @param lastIn when somebody wrote last, or null
 * @param lastOut when something was sent last, or null
 * @param badSignatures calls of the webhook that were not the platform's, since the program started
 * @param failed messages of the last days that did not arrive and can be sent again
 * @param unknown messages that may not have arrived
 * @param waiting messages on their way out
 * @param quarantined people who wait for the operator's word
 * @param backlog messages of people who are let in that came too late to be answered unasked
 */
public record ChannelFacts(
        @Nullable Instant lastIn,
        @Nullable Instant lastOut,
        int badSignatures,
        int failed,
        int unknown,
        int waiting,
        int quarantined,
        int backlog) {
    public static final ChannelFacts NONE = new ChannelFacts(null, null, 0, 0, 0, 0, 0, 0);
}
