package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
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
    private final Numbering.InMemory numbering;

    JournalFront(Ahead ahead, Numbering.InMemory numbering) {
        this.ahead = ahead;
        this.numbering = numbering;
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
        Head head = ahead.heads().find(inbound.channel(), inbound.userId());
        boolean known = (name == null || ahead.isNew(name)) && (head != null || isNew(inbound));
        if (!known || ahead.isTooFar()) {
            return Optional.empty();
        }
        ConversationRow row = head == null ? begin(inbound, now) : head.row().copy();
        Inbox.Taken taken = Inbox.take(row, inbound, openReply, now);
        Message reply = taken.reply();
        Note note = ahead.note();
        if (head == null) {
            note.insert(Of.conversation(row), ConversationRows.inserting(row));
            note.afterwards(() -> ahead.seen().add(user(inbound)));
        } else {
            save(note, row);
        }
        mark(note, row);
        insert(note, taken.message(), inbound.externalId());
        if (reply != null) {
            insert(note, reply, null);
        }
        if (name != null) {
            note.add(ExternalNames.adding(name, taken.message().id()));
            note.afterwards(() -> ahead.seen().add(name));
        }
        ahead.commit("receive", note);
        ahead.heads().put(head == null ? Head.of(row, reply) : head.with(row, reply));
        return Optional.of(new Received(row.conversation(), taken.message(), reply, false));
    }

    private ConversationRow begin(InboundMessage inbound, Instant now) {
        return new ConversationRow(
                numbering.next(), ConversationId.next(), inbound.channel(), inbound.userId(), now);
    }

    private void mark(Note note, ConversationRow row) {
        ahead.busy()
                .marking(row)
                .ifPresent(change -> {
                    note.add(change);
                    note.afterwards(() -> ahead.busy().marked(row.number));
                });
    }

    private static void insert(Note note, Message message, @Nullable String externalId) {
        note.insert(Of.message(message.id()), MessageRows.inserting(message, externalId));
    }

    private static void save(Note note, ConversationRow row) {
        note.update(
                Of.conversation(row),
                ConversationRows.saving(row),
                () -> ConversationRows.inserting(row));
    }

    /** The first message of a user who was never here. */
    private boolean isNew(InboundMessage inbound) {
        return inbound.channel() != ChannelKind.DESKTOP && ahead.isNew(user(inbound));
    }

    private static long user(InboundMessage inbound) {
        return Seen.user(inbound.channel(), inbound.userId());
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
        save(note, row);
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
