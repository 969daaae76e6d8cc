package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.Message.AttachmentInfo;
import app.prosa.conversation.Mode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a message comes in. */
final class Inbox {
    private Inbox() {}

    /**
     * Stores a message as if it were new. A repeat, or another first message of the same user at
     * the same moment, ends it with a duplicate key; see {@link SqlConversationStore#receive}.
     */
    static Received accept(Tx tx, InboundMessage inbound, boolean openReply, Instant now)
            throws SQLException {
        Optional<ConversationRow> known =
                ConversationRows.lock(tx, inbound.channel(), inbound.userId());
        ConversationRow row = known.isPresent() ? known.get() : begin(tx, inbound, now);
        List<AttachmentInfo> infos = Attachments.infos(inbound.attachments());
        Message message = row.append(Author.USER, inbound.text(), infos, 1, now);
        Message reply = openReply && row.mode == Mode.AUTO ? row.appendReply(1, now) : null;
        if (!row.isOwn()) {
            row.unread++;
            row.trashedAt = null;
        }
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
            ExternalMessages.insert(tx, inbound.channel(), inbound.externalId(), message.id());
        }
        Attachments.insert(tx, message.id(), inbound.attachments());
        return new Received(row.conversation(), message, reply, false);
    }

    /** What was stored the first time, if this is a repeat. */
    static Optional<Received> repeat(Reads reads, InboundMessage inbound) throws SQLException {
        if (inbound.externalId() == null) {
            return Optional.empty();
        }
        Optional<Message> found =
                ExternalMessages.find(reads, inbound.channel(), inbound.externalId());
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
