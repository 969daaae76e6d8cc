package app.prosa.conversation.delivery;

import app.prosa.conversation.InboundMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A message that came by a channel, and what is to become of it.
 *
 * @param message with the platform's name for it, which is unique among all accounts
 * @param name of who wrote, or the group's title; may be empty
 * @param handle may be empty
 * @param sentAt by the platform's clock
 * @param newcomer how somebody stands who never wrote before
 */
public record Arrival(
        InboundMessage message,
        Address address,
        String name,
        String handle,
        Instant sentAt,
        List<MediaRef> media,
        Standing newcomer,
        Wish wish) {

    public Arrival {
        media = List.copyOf(media);
        if (message.externalId() == null) {
            throw new IllegalArgumentException("A platform names its messages");
        }
    }

    /** What is to become of it, if its sender is let in and the model answers there. */
    public sealed interface Wish {}

    /**
     * It is answered, together with what follows soon.
     *
     * @param quiet how long nothing more has to come
     * @param longest how long the first of several waits at most
     * @param messages with so many, nothing is waited for
     */
    public record Answer(Duration quiet, Duration longest, int messages) implements Wish {}

    /** It waits for the operator's word. */
    public record Hold() implements Wish {}

    /** It is only kept. */
    public record Keep() implements Wish {}
}
