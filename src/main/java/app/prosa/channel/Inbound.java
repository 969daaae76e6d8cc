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
     * @param message as it is now, under the id that it always had; without media where the
     *     platform tells the new text only
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
     * Somebody took back what they wrote, or a person in the platform's own app what we wrote.
     * Platforms demand that it be forgotten here, too.
     *
     * @param externalId of the message
     */
    record Withdrawn(String externalId, Chat chat) implements Inbound {}

    /**
     * Somebody pressed a button: one of ours, or of a menu that the account has with the platform.
     *
     * @param externalId of the press itself
     * @param data what had been put into the button; may be empty
     * @param on the message that has the button, by its external id; empty where the platform does
     *     not say
     * @param label what the person read on it, and by pressing it said; empty where the platform
     *     does not say
     */
    record Pressed(
            String externalId, Chat chat, Sender sender, String data, String on, String label)
            implements Inbound {

        public Pressed(String externalId, Chat chat, Sender sender, String data, String on) {
            this(externalId, chat, sender, data, on, "");
        }
    }

    /**
     * Somebody put a sign on a message; it asks for no answer. It has no id that would be its own.
     *
     * @param on the message, by its external id
     * @param emoji empty when it was taken away again
     */
    record Reacted(Chat chat, Sender sender, String on, String emoji, Instant at)
            implements Inbound {}

    /**
     * How far a message of ours has come. Platforms tell it out of order, so it may only move
     * forward.
     *
     * @param refusal why it failed, where it did and the platform says why; or null
     * @param reference what we had sent with the message to know it by, where the platform gives it
     *     back; or null. It tells what became of a {@link SendResult.Unknown}
     */
    record Status(
            String platformId,
            Delivery delivery,
            Instant at,
            @Nullable Refusal refusal,
            @Nullable String reference)
            implements Inbound {

        public Status(String platformId, Delivery delivery, Instant at, @Nullable Refusal refusal) {
            this(platformId, delivery, at, refusal, null);
        }

        /** In their order; nothing follows {@link #READ} and {@link #FAILED}. */
        public enum Delivery {
            SENT,
            DELIVERED,
            READ,
            FAILED
        }
    }

    /**
     * How far all messages of ours in a chat have come that are not newer than a time: platforms
     * that count so name no ids. As with {@link Status}, each message may only move forward.
     *
     * @param upTo by the platform's clock, as the {@code sentAt} of echoes is; our own clock may be
     *     another
     */
    record StatusUpTo(Chat chat, Status.Delivery delivery, Instant upTo) implements Inbound {}

    /**
     * What went out from our side.
     *
     * @param text may be empty: media are not told
     * @param reference what we had sent with it to know it by, where the platform gives it back; or
     *     null. It tells what became of a {@link SendResult.Unknown}
     */
    record Echo(
            String externalId,
            Chat chat,
            String text,
            Instant sentAt,
            By by,
            @Nullable String reference)
            implements Inbound {

        public enum By {
            US,
            /** A person in the platform's own app or inbox, or another program. */
            SOMEBODY_ELSE,
            /**
             * By us when we know the id, and otherwise by somebody else. An echo may come before
             * the answer of the send that it is of, so one that is under way is to be awaited.
             */
            UNSAID
        }

        public Echo(String externalId, Chat chat, String text, Instant sentAt) {
            this(externalId, chat, text, sentAt, By.UNSAID, null);
        }
    }

    /** We can no longer write there: blocked by the person, or put out of the group. */
    record Blocked(Chat chat, Instant at) implements Inbound {}

    /** We can write there (again). */
    record Unblocked(Chat chat, Instant at) implements Inbound {}

    /** A chat goes on under another id. */
    record Moved(String fromChatId, String toChatId) implements Inbound {}
}
