package app.prosa.conversation.delivery;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What goes out by channels. A message comes in whole ({@link DueTurns#close}, {@link #say}, and
 * what the operator writes by hand), is split into the parts that its platform takes, and these go
 * out in their order.
 *
 * <p>Each call is one transaction that is durable when it returns.
 */
public interface Outbox {

    /**
     * The first part of each conversation that is not sent yet, if its time has come and the
     * correspondent may be written to. Oldest first; none of a conversation in which one is being
     * sent.
     */
    List<Part> ready(String account, Instant now, int limit);

    /** When the next one may be ready, empty when nothing waits. */
    Optional<Instant> next(String account);

    /** Puts parts in the place of a message that is whole. */
    void split(long part, List<Part.Text> parts);

    /**
     * A part is about to be sent; from here on, whoever finds it does not know whether it has
     * arrived. Checked once more in the same transaction: that it is still waiting, and that the
     * correspondent may be written to.
     *
     * @return as it is now; empty when it is not to be sent
     */
    Optional<Part> begin(long part, Instant now);

    /**
     * What became of the sending. A part that failed takes the later ones of its message with it.
     */
    Optional<Delivery> settle(long part, Outcome outcome);

    /** What became of a sending. */
    sealed interface Outcome {}

    record Sent(String platformId) implements Outcome {}

    /** It is sent again, not before then. */
    record Again(Instant at, Trouble why) implements Outcome {}

    /** It will not arrive. */
    record Failed(Trouble why) implements Outcome {}

    /** Nobody knows; it is sent once more at that time, as one that may arrive twice. */
    record Unsure(Instant againAt) implements Outcome {}

    /** Nobody knows, and it was sent again already. */
    record Lost() implements Outcome {}

    /**
     * Makes UNKNOWN what a program that ended was sending.
     *
     * @return them, to be looked for at the platform or sent again
     */
    List<Part> interrupted(String account);

    /**
     * What a platform said of something that it has. Only moves forward.
     *
     * @param why with FAILED
     * @return the message's delivery, if that changed
     */
    Optional<Delivery> report(
            String account, String platformId, DeliveryState state, @Nullable Trouble why);

    /**
     * The platform has a part of which nobody knew; what it calls it is known now. One that is
     * being sent may be told of before the answer of the sending comes.
     */
    Optional<Delivery> confirm(long part, String platformId);

    /** The same as {@link #report} for all that was sent there until a time, by our clock. */
    List<Delivery> reportUpTo(Address to, DeliveryState state, Instant upTo);

    /** Which message of ours the platform calls so. */
    Optional<MessageId> known(String account, String platformId);

    /** Sends a text of the program's own, which stands in the history as a note. */
    Optional<MessageId> say(ConversationId conversation, String text, Instant now);

    /**
     * Keeps what a person of ours wrote in the platform's own app: at the end of the path shown, as
     * the operator's, and as sent. Nothing is kept if the platform's name is known already.
     *
     * @param sure it is not ours; otherwise nothing is kept either while something of ours is being
     *     sent there, whose name is not known yet
     */
    Optional<Message> saidElsewhere(
            Address to, String text, String platformId, boolean sure, Instant now);

    /** Puts what failed back, to be sent at once. */
    Optional<Delivery> resend(MessageId message, Instant now);

    /** How far these messages are; those that never went out are not in it. */
    List<Delivery> deliveries(Collection<MessageId> messages);

    /**
     * What did not arrive and can be {@link #resend sent again}, latest first; of a message only
     * the parts that failed by themselves, and nothing of conversations in the trash.
     *
     * @param account of all accounts where it is null
     * @param after the last one of the page before, or null for the first page
     */
    List<DeadLetter> dead(@Nullable String account, @Nullable DeadLetter after, int limit);

    /**
     * Something that did not arrive.
     *
     * @param part with {@link Part#trouble} why
     * @param at when it was sent last, or came in where it never was
     */
    record DeadLetter(Part part, Instant at) {}

    /**
     * When an account's last answers of the model came in here, latest first.
     *
     * @param since none before that time
     * @param most so many of them
     */
    List<Instant> answered(String account, Instant since, int most);

    /** When that came in here which an account sent last. */
    Optional<Instant> lastSent(String account);

    /** How much of an account there is. */
    Counts counts(String account, Instant since);

    /**
     * @param waiting parts not sent yet
     * @param failed parts that failed since then
     * @param unknown parts that may not have arrived
     * @param answered messages of the model that went into the outbox since then
     */
    record Counts(int waiting, int failed, int unknown, int answered) {}

    /**
     * Forgets what ended before that time, some of it: nobody shall wait for long.
     *
     * @return how much; 0 when there is no more
     */
    int purge(Instant before);
}
