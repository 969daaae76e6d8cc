package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.storage.Backlog.Of;
import app.prosa.storage.Heads.Head;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a message comes in without the tables. All of it under the lock of {@link Ahead}. */
final class Entrance {
    private final Ahead ahead;
    private final Numbering.InMemory numbering;

    Entrance(Ahead ahead, Numbering.InMemory numbering) {
        this.ahead = ahead;
        this.numbering = numbering;
    }

    @Nullable Head head(InboundMessage inbound) {
        return ahead.heads().find(inbound.channel(), inbound.userId());
    }

    /**
     * Whether nothing has to be asked of the tables.
     *
     * @param name the hash of its sender's name for the message
     * @param head what is known of its conversation
     */
    boolean isKnown(InboundMessage inbound, @Nullable Long name, @Nullable Head head) {
        boolean known = (name == null || ahead.isNew(name)) && (head != null || isFirst(inbound));
        return known && !ahead.isTooFar();
    }

    /** The first message of a user who was never here. */
    boolean isFirst(InboundMessage inbound) {
        return inbound.channel() != ChannelKind.DESKTOP && ahead.isNew(user(inbound));
    }

    private static long user(InboundMessage inbound) {
        return Seen.user(inbound.channel(), inbound.userId());
    }

    /** The conversation, to be changed. */
    ConversationRow row(@Nullable Head head, InboundMessage inbound, Instant now) {
        return head == null
                ? new ConversationRow(
                        numbering.next(),
                        ConversationId.next(),
                        inbound.channel(),
                        inbound.userId(),
                        now)
                : head.row().copy();
    }

    /** Notes what is taken in, and what is known once it is. */
    void note(
            Note note,
            @Nullable Head head,
            ConversationRow row,
            InboundMessage inbound,
            @Nullable Long name,
            Inbox.Taken taken) {
        Message reply = taken.reply();
        put(note, row, head == null);
        if (head == null) {
            note.afterwards(() -> ahead.seen().add(user(inbound)));
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
        Head now = head == null ? Head.of(row, reply) : head.with(row, reply);
        note.afterwards(() -> ahead.heads().put(now));
    }

    /** Notes that replies are being written in a conversation. */
    void mark(Note note, ConversationRow row) {
        ahead.busy()
                .marking(row)
                .ifPresent(change -> {
                    note.add(change);
                    note.afterwards(() -> ahead.busy().marked(row.number));
                });
    }

    static void insert(Note note, Message message, @Nullable String externalId) {
        note.insert(Of.message(message.id()), MessageRows.inserting(message, externalId));
    }

    static void put(Note note, ConversationRow row, boolean isNew) {
        note.put(
                Of.conversation(row),
                isNew,
                () -> ConversationRows.saving(row),
                () -> ConversationRows.inserting(row));
    }

    static Received received(ConversationRow row, Inbox.Taken taken) {
        return new Received(row.conversation(), taken.message(), taken.reply(), false);
    }
}
