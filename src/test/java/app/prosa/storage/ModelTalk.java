package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Answer;
import app.prosa.conversation.delivery.Arrival.Hold;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Correspondents.Pending;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation by a channel as one would note it on paper. */
final class ModelTalk {
    final ConversationId id;
    final String user;
    Mode mode = Mode.AUTO;
    boolean trashed;
    Address address;
    Standing standing;
    boolean optedOut;
    boolean reachable = true;
    Instant heard;
    int held;
    final List<Said> path = new ArrayList<>();
    final List<Pending> media = new ArrayList<>();
    @Nullable Turn turn;

    /** A message of the path shown. */
    static final class Said {
        final MessageId id;
        final Author author;
        MessageState state;
        String text;

        Said(MessageId id, Author author, MessageState state, String text) {
            this.id = id;
            this.author = author;
            this.state = state;
            this.text = text;
        }
    }

    /** An answer that is due. */
    static final class Turn {
        Instant at = Instant.MIN;
        Instant first = Instant.MIN;
        int waiting;
        @Nullable Said reply;
        boolean newer;
        int tries;
        String owner = "";
        Instant until = Instant.MIN;

        Instant shown() {
            return !owner.isEmpty() && until.isAfter(at) ? until : at;
        }
    }

    ModelTalk(ConversationId id, Arrival arrival) {
        this.id = id;
        this.user = arrival.message().userId();
        this.address = arrival.address();
        this.standing = arrival.newcomer();
        this.heard = arrival.sentAt();
    }

    Correspondent who() {
        return new Correspondent(
                id, address, user, "@" + user, standing, optedOut, reachable, heard, held);
    }

    @Nullable Trouble obstacle() {
        return standing != Standing.ADMITTED
                ? Trouble.NOT_ADMITTED
                : optedOut ? Trouble.OPTED_OUT : !reachable ? Trouble.BLOCKED : null;
    }

    boolean isAnswered() {
        return mode == Mode.AUTO && !trashed && obstacle() == null;
    }

    /**
     * @return when it is answered, or null
     */
    @Nullable Instant hear(Arrival arrival, MessageId message, Instant now) {
        trashed = false;
        reachable = true;
        if (!arrival.sentAt().isBefore(heard)) {
            heard = arrival.sentAt();
            address = arrival.address();
        }
        path.add(new Said(message, Author.USER, MessageState.COMPLETE, arrival.message().text()));
        boolean kept = arrival.wish() instanceof Hold && standing == Standing.ADMITTED;
        if (kept || standing == Standing.WAITING) {
            held++;
        }
        if (!isAnswered() || !(arrival.wish() instanceof Answer wish)) {
            return null;
        }
        Turn due = count(now);
        Instant last = due.first.plus(wish.longest());
        Instant soon = now.plus(wish.quiet());
        due.at = soon.isAfter(last) ? last : soon;
        if (due.waiting >= wish.messages() || due.at.isBefore(now)) {
            due.at = now;
        }
        return due.at;
    }

    private Turn count(Instant now) {
        Turn due = turn == null ? new Turn() : turn;
        turn = due;
        due.first = due.waiting++ == 0 ? now : due.first;
        due.newer = due.reply != null;
        return due;
    }

    void answerHeld(Instant now) {
        if (held > 0 && isAnswered()) {
            count(now).at = now;
            held = 0;
        }
    }

    /** What was said last, notes aside. */
    @Nullable Said last() {
        return path.reversed().stream()
                .filter(said -> said.author != Author.NOTE)
                .findFirst()
                .orElse(null);
    }
}
