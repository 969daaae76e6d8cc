package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.storage.ModelTalk.Said;
import app.prosa.storage.ModelTalk.Turn;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The turns of all conversations, on paper. */
final class ModelTurns {
    private final List<ModelPart> out;

    /**
     * @param out what is on its way out
     */
    ModelTurns(List<ModelPart> out) {
        this.out = out;
    }

    /** What {@link #open} does with a turn. */
    enum Opens {
        NOTHING,
        NOT_YET,
        WRITTEN,
        ANEW,
        AGAIN,
        HOPELESS
    }

    Opens open(ModelTalk talk, String owner, Instant now) {
        Turn turn = talk.turn;
        if (turn == null) {
            return Opens.NOTHING;
        }
        Said reply = turn.reply;
        boolean taken = !turn.owner.isEmpty() && turn.until.isAfter(now);
        boolean ownAndWritten =
                owner.equals(turn.owner) && reply != null && reply.state != MessageState.STREAMING;
        if (turn.at.isAfter(now) || (taken && !ownAndWritten)) {
            return Opens.NOT_YET;
        }
        if (reply != null && reply.state == MessageState.STREAMING) {
            reply.state = MessageState.INTERRUPTED;
        }
        Opens opens = talk.isAnswered() ? answer(talk, reply) : Opens.NOTHING;
        if (opens == Opens.NOTHING) {
            talk.turn = null;
        }
        return opens;
    }

    private static Opens answer(ModelTalk talk, @Nullable Said reply) {
        Said last = talk.last();
        if (reply != null && reply.state == MessageState.COMPLETE) {
            return Opens.WRITTEN;
        }
        if (last != null && last.author == Author.USER) {
            return Opens.ANEW;
        }
        boolean again = reply != null && reply == last && reply.state != MessageState.STOPPED;
        return again ? again(talk) : Opens.NOTHING;
    }

    private static Opens again(ModelTalk talk) {
        return turn(talk).tries + 1 < DueTurns.MOST_OPENINGS ? Opens.AGAIN : Opens.HOPELESS;
    }

    void opened(ModelTalk talk, Opens opens, Message reply, String owner, Instant until) {
        Turn turn = turn(talk);
        turn.owner = owner;
        turn.until = until;
        if (opens == Opens.WRITTEN || opens == Opens.HOPELESS) {
            return;
        }
        if (opens == Opens.AGAIN && talk.path.getLast() == turn.reply) {
            talk.path.removeLast();
        }
        turn.tries = opens == Opens.AGAIN ? turn.tries + 1 : 0;
        turn.reply = new Said(reply.id(), Author.ASSISTANT, MessageState.STREAMING, "");
        talk.path.add(turn.reply);
        turn.newer = false;
        turn.waiting = 0;
    }

    static Turn turn(ModelTalk talk) {
        Turn turn = talk.turn;
        if (turn == null) {
            throw new AssertionError("nothing is due");
        }
        return turn;
    }

    static boolean isOf(ModelTalk talk, String owner) {
        return talk.turn != null && talk.turn.owner.equals(owner);
    }

    boolean close(ModelTalk talk, String owner, Instant now) {
        Said reply = isOf(talk, owner) ? turn(talk).reply : null;
        if (reply == null) {
            return false;
        }
        Turn turn = turn(talk);
        turn.owner = "";
        if (reply.state == MessageState.STREAMING) {
            return false;
        }
        boolean goes =
                reply.state == MessageState.COMPLETE && !reply.text.isBlank() && talk.isAnswered();
        if (goes) {
            out.add(new ModelPart(talk, reply.id, Author.ASSISTANT, reply.text, now));
        }
        turn.reply = null;
        turn.tries = 0;
        talk.turn = turn.newer ? turn : null;
        turn.newer = false;
        return goes;
    }

    void retry(ModelTalk talk, String owner, Instant at) {
        if (isOf(talk, owner)) {
            Turn turn = turn(talk);
            turn.owner = "";
            turn.at = at;
        }
    }
}
