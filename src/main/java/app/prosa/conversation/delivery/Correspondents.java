package app.prosa.conversation.delivery;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who writes by channels, and how their messages come in. Each call is one transaction that is
 * durable when it returns; what is not there is empty, and nothing happens.
 *
 * <p>All of them throw {@link app.prosa.conversation.StoreException} when the database cannot do
 * it.
 */
public interface Correspondents {

    /** Messages may come soon: makes ready what taking them in needs. Returns at once. */
    void expect();

    /**
     * Takes a message in: as {@link app.prosa.conversation.ConversationStore#receive} without a
     * reply, and in the same transaction who wrote it, its media, and that an answer is due. It is
     * due only if that is wished, the conversation is in {@link app.prosa.conversation.Mode#AUTO}
     * and the sender is admitted, has not opted out and is reachable (they are, again, by writing);
     * a message that is held, or of somebody waiting, counts as {@link Correspondent#held}. A
     * repeat changes nothing.
     */
    Arrived receive(Arrival arrival, Instant now);

    /**
     * Whether surely nobody has written yet as whom this message is from; false also where that is
     * not known without asking the database.
     */
    boolean isNew(InboundMessage message);

    Optional<Correspondent> find(ConversationId conversation);

    Optional<Correspondent> find(Address address);

    /**
     * When somebody, or a group, wrote last, latest first.
     *
     * @param since none that came before that time, by our clock
     * @param most so many of them
     */
    List<Instant> wrote(Address from, Instant since, int most);

    /** When anybody wrote to an account last. */
    Optional<Instant> lastHeard(String account);

    /** Those who wait for the operator: not admitted yet, or with messages held. Latest first. */
    List<Correspondent> waiting(int limit);

    /**
     * Says whether somebody is let in. Admitted, what they had written is due at once if the
     * conversation is in AUTO and something is held; barred, whatever is on its way out or due is
     * not any more.
     */
    Optional<Correspondent> setStanding(
            ConversationId conversation, Standing standing, Instant now);

    /**
     * The door of an account is open from now on: those who wait there are let in. What they had
     * written stays held, as what came too late does.
     *
     * @return who was let in
     */
    List<Correspondent> openDoor(String account);

    /**
     * Ends the waiting of what was held of somebody who is admitted.
     *
     * @param answer whether it is due now, or only kept
     */
    Optional<Correspondent> release(ConversationId conversation, boolean answer, Instant now);

    /**
     * They asked for silence, or for its end. With silence, whatever is on its way out fails with
     * {@link Trouble#OPTED_OUT} and nothing is due.
     */
    Optional<Correspondent> setOptedOut(ConversationId conversation, boolean optedOut);

    /** The platform said whether anything arrives there. If not, what is on its way out fails. */
    Optional<Correspondent> setReachable(Address address, boolean reachable);

    /** A chat goes on under another id, also for what is on its way out. */
    Optional<Correspondent> move(Address from, String toChatId);

    /**
     * The sender changed a message: its text is another one from now on. What was answered stays
     * answered.
     *
     * @param externalId as in {@link Arrival#message}
     */
    Optional<Message> amend(ChannelKind channel, String externalId, String text);

    /** What still lies with the platform of a conversation's messages, oldest first. */
    List<Pending> pendingMedia(ConversationId conversation);

    /**
     * A file to be fetched.
     *
     * @param ordinal which of its message's, from 0
     */
    record Pending(MessageId message, int ordinal, MediaRef media) {}

    /** Puts a fetched file with its message. It is not pending any more. */
    Optional<Message> attach(MessageId message, int ordinal, Attachment file);

    /** It will not be fetched. */
    void forgetMedia(MessageId message, int ordinal);
}
