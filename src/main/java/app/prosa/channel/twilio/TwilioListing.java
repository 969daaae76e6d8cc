package app.prosa.channel.twilio;

import java.util.List;

/**
 * Messages that Twilio has, each once, the oldest first.
 *
 * @param whole false when there are older ones than we asked for
 */
public record TwilioListing(List<TwilioMessage> messages, boolean whole) {
    public TwilioListing {
        messages = List.copyOf(messages);
    }
}
