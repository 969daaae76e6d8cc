package app.prosa.storage;

import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.storage.Backlog.Of;
import app.prosa.storage.Heads.Head;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes messages in, and ends replies, without the tables: what it needs of them it knows, what it
 * changes goes to the {@link Journal}, and the tables follow ({@link Follower}). On the thread that
 * asks, in some 20 µs: nothing is handed to another thread and nobody waits for H2. What can be
 * made ready without knowing anything is made ready before the lock is taken.
 */
final class JournalFront implements Front {
    private final Ahead ahead;
    private final Entrance entrance;

    JournalFront(Ahead ahead, Entrance entrance) {
        this.ahead = ahead;
        this.entrance = entrance;
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return ahead.known(() -> Optional.ofNullable(ahead.heads().find(id)))
                .map(head -> head.row().conversation());
    }

    @Override
    public Optional<Received> receive(InboundMessage message, boolean openReply, Instant now) {
        if (!message.attachments().isEmpty()) {
            return Optional.empty();
        }
        Long name =
                message.externalId() == null
                        ? null
                        : ExternalNames.hash(message.channel(), message.externalId());
        return ahead.locked(() -> take(message, name, openReply, now));
    }

    private Optional<Received> take(
            InboundMessage inbound, @Nullable Long name, boolean openReply, Instant now) {
        ahead.refuseIfFull("receive");
        Head head = entrance.head(inbound);
        if (!entrance.isKnown(inbound, name, head)) {
            return Optional.empty();
        }
        ConversationRow row = entrance.row(head, inbound, now);
        Inbox.Taken taken = Inbox.take(row, inbound, openReply, now);
        Note note = ahead.note();
        entrance.note(note, head, row, inbound, name, taken);
        ahead.commit("receive", note);
        return Optional.of(Entrance.received(row, taken));
    }

    @Override
    public Optional<Finished> finish(Ended ended) {
        Change finishing = MessageRows.finishing(ended);
        return ahead.locked(() -> {
            Head head = ahead.heads().of(ended.reply());
            return head == null || !ended.fits()
                    ? Optional.empty()
                    : head.open(ended.reply()).map(open -> end(head, ended.of(open), finishing));
        });
    }

    private Finished end(Head head, Message reply, Change finishing) {
        ConversationRow row = head.row().copy();
        Replies.tell(row, reply);
        Note note = ahead.note();
        note.update(Of.message(reply.id()), finishing, () -> MessageRows.inserting(reply, null));
        Entrance.put(note, row, false);
        ahead.commit("finish", note);
        ahead.heads().put(head.without(row, reply.id()));
        return new Finished(reply, row.conversation());
    }

    @Override
    public boolean checkpoint(MessageId reply, String text, String reasoning) {
        Change checkpointing = MessageRows.checkpointing(reply, text, reasoning);
        return ahead.locked(() -> {
            ahead.refuseIfFull("checkpoint");
            Head head = ahead.heads().of(reply);
            Optional<Message> open =
                    head == null || !Ended.fits(text, reasoning)
                            ? Optional.empty()
                            : head.open(reply);
            open.map(message -> message.withText(text, reasoning))
                    .ifPresent(message -> keep(message, checkpointing));
            return open.isPresent();
        });
    }

    private void keep(Message soFar, Change checkpointing) {
        Note note = ahead.note();
        note.update(
                Of.message(soFar.id()), checkpointing, () -> MessageRows.inserting(soFar, null));
        ahead.commit("checkpoint", note);
    }
}
