package app.prosa.conversation.delivery;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message on its way to a platform; several may be parts of one of ours.
 *
 * @param id grows with the time
 * @param ordinal which part it is, from 0
 * @param of how many parts there are; 0 while nobody has split the message: the texts are then
 *     Markdown
 * @param markup as the platform formats it
 * @param plain the same without formatting
 * @param byHand a person wrote it
 * @param tries how often it was sent
 * @param notBefore when it may be sent, or null for at once
 * @param mayBeTwice it was sent again although it may have arrived
 * @param platformId what the platform calls it, once it has it
 */
public record Part(
        long id,
        MessageId message,
        ConversationId conversation,
        Address address,
        int ordinal,
        int of,
        String markup,
        String plain,
        boolean byHand,
        DeliveryState state,
        int tries,
        @Nullable Instant notBefore,
        @Nullable Trouble trouble,
        boolean mayBeTwice,
        @Nullable String platformId,
        Instant createdAt) {

    public boolean isWhole() {
        return of == 0;
    }

    /** A part as a platform takes it. */
    public record Text(String markup, String plain) {}
}
