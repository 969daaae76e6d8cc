package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.Mode;
import app.prosa.storage.Heads.Head;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a message comes in. */
final class Inbox {
    private Inbox() {}

    /**
     * Stores a message unless it is a repeat. The same one, or another first message of the same
     * user, at the same moment and from another program ends it with a duplicate key; see {@link
     * SqlConversationStore#receive}.
     */
    static Received accept(Tx tx, InboundMessage inbound, boolean openReply, Instant now)
            throws SQLException {
        return accept(tx, inbound, "", openReply, now);
    }

    /**
     * As the other one.
     *
     * @param with whom the conversation is, for its title; may be empty
     */
    static Received accept(
            Tx tx, InboundMessage inbound, String with, boolean openReply, Instant now)
            throws SQLException {
        Optional<Received> before = repeat(tx, inbound);
        if (before.isPresent()) {
            return before.get();
        }
        Optional<ConversationRow> known =
                ConversationRows.lock(tx, inbound.channel(), inbound.userId());
        ConversationRow row = known.isPresent() ? known.get() : begin(tx, inbound, now);
        row.titleWith(with);
        Taken taken = take(row, inbound, openReply, now);
        Message message = taken.message;
        Message reply = taken.reply;
        if (known.isEmpty()) {
            ConversationRows.insert(tx, row);
        } else {
            ConversationRows.save(tx, row);
        }
        MessageRows.insert(
                tx,
                inbound.externalId(),
                reply == null ? List.of(message) : List.of(message, reply));
        if (inbound.externalId() != null) {
            ExternalNames.insert(tx, inbound.channel(), inbound.externalId(), message.id());
        }
        Attachments.insert(tx, message.id(), inbound.attachments());
        tx.leaves(Head.of(row, reply));
        return new Received(row.conversation(), message, reply, false);
    }

    /** A message and the empty reply to it, which have yet to be stored. */
    record Taken(Message message, @Nullable Message reply) {}

    /** What becomes of a conversation with a message that comes in. */
    static Taken take(ConversationRow row, InboundMessage inbound, boolean openReply, Instant now) {
        List<AttachmentInfo> infos = Attachments.infos(inbound.attachments());
        Message message = row.append(Author.USER, inbound.text(), infos, 1, now);
        Message reply = openReply && row.mode == Mode.AUTO ? row.appendReply(1, now) : null;
        if (!row.isOwn()) {
            row.unread++;
            row.trashedAt = null;
        }
        return new Taken(message, reply);
    }

    /** What was stored the first time, if this is a repeat. */
    static Optional<Received> repeat(Reads reads, InboundMessage inbound) throws SQLException {
        if (inbound.externalId() == null) {
            return Optional.empty();
        }
        Optional<Message> found =
                ExternalNames.find(reads, inbound.channel(), inbound.externalId());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Message message = found.get();
        Message reply = MessageRows.replyTo(reads, message).orElse(null);
        return ConversationRows.find(reads, message.conversationId())
                .map(conversation -> new Received(conversation, message, reply, true));
    }

    private static ConversationRow begin(Tx tx, InboundMessage inbound, Instant now)
            throws SQLException {
        boolean own = inbound.channel() == ChannelKind.DESKTOP;
        ConversationId id = own ? idOf(inbound.userId()) : ConversationId.next();
        return new ConversationRow(tx.nextNumber(), id, inbound.channel(), inbound.userId(), now);
    }

    /** An own chat is with its own id, so that the window can name it before it is stored. */
    private static ConversationId idOf(String userId) {
        try {
            return ConversationId.of(userId);
        } catch (IllegalArgumentException e) {
            return ConversationId.next();
        }
    }
}
