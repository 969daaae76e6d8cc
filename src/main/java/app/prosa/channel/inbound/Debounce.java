package app.prosa.channel.inbound;

import app.prosa.conversation.delivery.Arrival;
import app.prosa.settings.channels.ChannelRules;
import java.time.Duration;

/** How long more of a message is waited for. */
final class Debounce {
    private static final Duration LONGEST = Duration.ofSeconds(8);
    private static final int MESSAGES = 12;

    private Debounce() {}

    static Arrival.Answer of(ChannelRules rules) {
        return new Arrival.Answer(Duration.ofMillis(rules.quietMillis()), LONGEST, MESSAGES);
    }
}
