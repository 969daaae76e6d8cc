package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * With whom conversations by channels are and which turns are due in them, of those that were
 * written to last, as it is once everything in the journal is done. Who changes a row tells it
 * here, see {@link Tx#teaches}, and who touches a conversation ({@link Tx#touches}) makes it
 * forgotten.
 */
final class Correspondences {
    private static final int MOST = 10_000;

    private final LinkedHashMap<Long, Correspondence> byNumber =
            new LinkedHashMap<>(16, 0.75f, true);
    private final Map<ConversationId, Long> numbers = new HashMap<>();

    /**
     * What is known of a conversation.
     *
     * @param who not to be changed
     * @param due not to be changed; null where nothing is due
     * @param said their last message
     * @param media whether something may have to be fetched from the platform
     */
    record Correspondence(
            CorrespondentRow who, @Nullable DueRow due, MessageId said, boolean media) {
        Correspondence with(CorrespondentRow now) {
            return new Correspondence(now, due, said, media);
        }

        Correspondence with(@Nullable DueRow now) {
            return new Correspondence(who, now, said, media);
        }
    }

    @Nullable Correspondence find(long conversation) {
        return byNumber.get(conversation);
    }

    @Nullable Correspondence find(ConversationId conversation) {
        Long number = numbers.get(conversation);
        return number == null ? null : find(number);
    }

    /** From here on it is known. */
    void put(Correspondence known) {
        byNumber.put(known.who.number, known);
        numbers.put(known.who.conversation, known.who.number);
        if (byNumber.size() > MOST) {
            drop(byNumber.firstEntry().getKey());
        }
    }

    /** The row is now like this, if anything is known of the conversation. */
    void tell(CorrespondentRow who) {
        byNumber.computeIfPresent(who.number, (_, known) -> known.with(who));
    }

    /** The same. */
    void tell(DueRow due) {
        tell(due.number, due);
    }

    void tellNothingDue(long conversation) {
        tell(conversation, null);
    }

    private void tell(long conversation, @Nullable DueRow due) {
        byNumber.computeIfPresent(conversation, (_, known) -> known.with(due));
    }

    void drop(long conversation) {
        Correspondence known = byNumber.remove(conversation);
        if (known != null) {
            numbers.remove(known.who.conversation);
        }
    }

    void clear() {
        byNumber.clear();
        numbers.clear();
    }
}
