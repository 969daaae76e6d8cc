package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;

/**
 * What the messages of channels were stored as that came last: platforms bring some of them twice.
 * It is right for the same reason as {@link Contexts}.
 */
final class Repeats {
    private static final int MOST = 2_000;

    /** Longer ones are not kept, in characters. */
    private static final int LONGEST = 2_000;

    private final LinkedHashMap<Name, Message> named = new LinkedHashMap<>();
    private long forgotten;

    /** Its sender's own name for a message. */
    private record Name(ChannelKind channel, String externalId) {
        static Name of(InboundMessage message) {
            return new Name(message.channel(), Objects.requireNonNull(message.externalId()));
        }
    }

    /** A moment, to tell whether something was forgotten since. */
    synchronized long moment() {
        return forgotten;
    }

    /** What a message was stored as, if it came before and that is known. */
    synchronized Optional<Message> find(InboundMessage message) {
        return Optional.ofNullable(named.get(Name.of(message)));
    }

    /**
     * @param since the moment before it was stored
     */
    synchronized void stored(InboundMessage message, Message as, long since) {
        if (since == forgotten && as.text().length() <= LONGEST) {
            named.put(Name.of(message), as);
            if (named.size() > MOST) {
                named.pollFirstEntry();
            }
        }
    }

    synchronized void forget() {
        forgotten++;
        named.clear();
    }
}
