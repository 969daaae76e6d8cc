package app.prosa.channel;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a platform tells us. Ids are the platform's, unique within the account, so that a repeat is
 * recognised; texts are without lone surrogates, and otherwise as they came.
 */
public sealed interface Inbound {

    /**
     * Somebody wrote.
     *
     * @param externalId what the answer of a send calls {@link SendResult.Sent#platformId}, too
     * @param text may be empty when there are media; their caption when there are both
     * @param replyTo the message that this one answers, by its external id, or null
     * @param addressed whether it is meant for us: always in a chat of two, in a group only when it
     *     names us, answers us or is a command of ours; never when another bot wrote it
     */
    record Message(
            String externalId,
            Chat chat,
            Sender sender,
            String text,
            List<Media> media,
            @Nullable String replyTo,
            Instant sentAt,
            boolean addressed)
            implements Inbound {
        public Message {
            media = List.copyOf(media);
        }
    }

    /**
     * Somebody changed what they wrote.
     *
     * @param message as it is now, under the id that it always had
     */
    record Edited(Message message) implements Inbound {}

    /**
     * A message that is a command.
     *
     * @param name in lower case, without the slash and the name of the bot: {@code start}
     * @param argument what stands behind it, stripped; may be empty
     */
    record Command(Message message, String name, String argument) implements Inbound {}

    /**
     * Somebody pressed a button that we had sent.
     *
     * @param externalId of the press itself
     * @param data what we had put into the button; may be empty
     * @param on the message that has the button, by its external id
     */
    record Pressed(String externalId, Chat chat, Sender sender, String data, String on)
            implements Inbound {}

    /**
     * How far a message of ours has come. Platforms tell it out of order, so it may only move
     * forward.
     *
     * @param refusal why it failed, where it did and the platform says why; or null
     */
    record Status(String platformId, Delivery delivery, Instant at, @Nullable Refusal refusal)
            implements Inbound {
        /** In their order; nothing follows {@link #READ} and {@link #FAILED}. */
        public enum Delivery {
            SENT,
            DELIVERED,
            READ,
            FAILED
        }
    }

    /**
     * What went out from our side: by us, when we know the id, and otherwise by a person in the
     * platform's own app.
     */
    record Echo(String externalId, Chat chat, String text, Instant sentAt) implements Inbound {}

    /** We can no longer write there: blocked by the person, or put out of the group. */
    record Blocked(Chat chat, Instant at) implements Inbound {}

    /** We can write there (again). */
    record Unblocked(Chat chat, Instant at) implements Inbound {}

    /** A chat goes on under another id. */
    record Moved(String fromChatId, String toChatId) implements Inbound {}
}
