package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.DueTurns.Hopeless;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Nothing;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Opening;
import app.prosa.conversation.delivery.DueTurns.Written;
import app.prosa.storage.Heads.Head;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a due turn begins, or goes on after the program that had begun it ended. Wherever that was
 * (before the reply's end, or between its end and the outbox), one answer comes out: the reply that
 * was begun is noted with the turn, so it is found again, and only the last of its versions ever
 * gets to its end.
 */
final class Answering {
    /** When a reply is looked at again that somebody else writes. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);

    private final Tx tx;
    private final DueRow due;
    private final Instant now;
    private ConversationRow row;

    Answering(Tx tx, ConversationRow row, DueRow due, Instant now) {
        this.tx = tx;
        this.row = row;
        this.due = due;
        this.now = now;
    }

    Opening begin(String owner, Instant until) throws SQLException {
        Message begun = begun();
        if (due.dueAt.isAfter(now) || isTaken(owner, begun)) {
            return new NotYet(due.nextAt());
        }
        if (begun != null && begun.state() == MessageState.STREAMING) {
            begun = interrupted(begun);
        }
        Opening opening = mayAnswer() ? answer(begun) : new Nothing();
        boolean theirs =
                switch (opening) {
                    case Opened _, Written _, Hopeless _ -> true;
                    case NotYet _, Nothing _ -> false;
                };
        if (theirs) {
            due.take(owner, until);
        }
        keep(opening);
        return opening;
    }

    private @Nullable Message begun() throws SQLException {
        return due.reply == null ? null : MessageRows.find(tx, due.reply).orElse(null);
    }

    /** One's own may be gone on with, unless it is being written. */
    private boolean isTaken(String owner, @Nullable Message begun) {
        boolean written = begun != null && begun.state().isFinal();
        return due.isTakenAt(now) && !(due.isOf(owner) && written);
    }

    private Message interrupted(Message reply) throws SQLException {
        Message ended = Replies.interrupt(tx, reply).orElseThrow().reply();
        row = ConversationRows.lock(tx, row.id).orElseThrow();
        return ended;
    }

    private boolean mayAnswer() throws SQLException {
        boolean wanted = row.mode == Mode.AUTO && row.trashedAt == null;
        return wanted
                && CorrespondentRows.find(tx, row.number)
                        .filter(CorrespondentRow::mayBeWrittenTo)
                        .isPresent();
    }

    private Opening answer(@Nullable Message begun) throws SQLException {
        Message last = MessageRows.lastOfPath(tx, row.number).orElse(null);
        Message reply = begun != null && isVersion(last, begun) ? last : begun;
        if (reply != null && reply.state() == MessageState.COMPLETE) {
            due.reply = reply.id();
            return new Written(reply);
        }
        if (last != null && last.author() == Author.USER) {
            return opened(Replies.open(tx, row, now), false);
        }
        return reply != null && reply.equals(last) ? again(reply) : new Nothing();
    }

    /** Whether the operator asked for another version of a reply that failed. */
    private static boolean isVersion(@Nullable Message last, Message of) {
        return last != null
                && last.author() == Author.ASSISTANT
                && last.position() == of.position()
                && Objects.equals(last.parentId(), of.parentId());
    }

    private Opening again(Message reply) throws SQLException {
        return switch (reply.state()) {
            case COMPLETE -> new Written(reply);
            case STOPPED -> new Nothing();
            case STREAMING -> {
                due.dueAt = now.plus(LOOK_AGAIN);
                yield new NotYet(due.dueAt);
            }
            case INTERRUPTED, FAILED -> {
                if (due.tries + 1 >= DueTurns.MOST_OPENINGS) {
                    due.reply = reply.id();
                    yield new Hopeless(reply);
                }
                boolean ends = reply.id().equals(row.tail);
                yield ends ? version(reply) : opened(Replies.open(tx, row, now), true);
            }
        };
    }

    private Opening version(Message of) throws SQLException {
        Node node = Node.find(tx, of.id()).orElseThrow();
        return opened(Replies.openVersion(tx, row, node, now), true);
    }

    private Opening opened(Optional<Message> opened, boolean again) {
        Message reply = opened.orElseThrow();
        due.begin(reply.id(), again);
        tx.leaves(new Head(row, List.of(reply)));
        return new Opened(row.conversation(), reply, due.tries);
    }

    private void keep(Opening opening) throws SQLException {
        if (opening instanceof Nothing) {
            DueRows.delete(tx, row.number);
        } else {
            DueRows.save(tx, due);
        }
    }
}
