package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Arrival.Answer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * A turn that is due while a transaction holds the row of its conversation: changed here, written
 * back whole by {@link DueRows#save}.
 */
final class DueRow {
    final long number;
    final ConversationId conversation;
    Instant dueAt;
    Instant firstAt;

    /** How many messages came since the reply was begun. */
    int waiting;

    /** The reply that was begun. */
    @Nullable MessageId reply;

    /** Something is due that came after the reply was begun. */
    boolean newer;

    int tries;
    @Nullable String owner;
    @Nullable Instant until;

    DueRow(long number, ConversationId conversation, Instant now) {
        this.number = number;
        this.conversation = conversation;
        this.dueAt = now;
        this.firstAt = now;
    }

    /** The same, to be changed apart from this one. */
    DueRow copy() {
        DueRow copy = new DueRow(number, conversation, dueAt);
        copy.firstAt = firstAt;
        copy.waiting = waiting;
        copy.reply = reply;
        copy.newer = newer;
        copy.tries = tries;
        copy.owner = owner;
        copy.until = until;
        return copy;
    }

    /** One more message that is to be answered. */
    void add(Answer wish, Instant now) {
        count(now);
        Instant quiet = now.plus(wish.quiet());
        Instant longest = firstAt.plus(wish.longest());
        Instant soon = quiet.isBefore(longest) ? quiet : longest;
        boolean atOnce = waiting >= wish.messages() || soon.isBefore(now);
        dueAt = atOnce ? now : soon.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What has come is to be answered now. */
    void makeDue(Instant now) {
        count(now);
        dueAt = now;
    }

    private void count(Instant now) {
        firstAt = waiting == 0 ? now : firstAt;
        waiting++;
        newer = reply != null;
    }

    /** Somebody is at it, as far as they know. */
    boolean isTakenAt(Instant now) {
        return owner != null && until != null && until.isAfter(now);
    }

    boolean isOf(String who) {
        return who.equals(owner);
    }

    void take(String who, Instant how) {
        owner = who;
        until = how;
    }

    void free() {
        owner = null;
        until = null;
    }

    /** A reply is written. What has come so far is answered with it. */
    void begin(MessageId opened, boolean again) {
        tries = again ? tries + 1 : 0;
        reply = opened;
        newer = false;
        waiting = 0;
    }

    /** The reply is done with, and what came after it is due. */
    void goOn() {
        free();
        reply = null;
        newer = false;
        tries = 0;
    }

    Instant nextAt() {
        return until != null && until.isAfter(dueAt) ? until : dueAt;
    }
}
