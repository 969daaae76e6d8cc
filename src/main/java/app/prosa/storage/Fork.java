package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A new own chat that begins as a copy of the path shown: one version of each message. */
final class Fork {
    /** How many messages are held in memory at once. */
    private static final int AT_ONCE = 500;

    private final Tx tx;
    private final ConversationRow copy;

    private Fork(Tx tx, ConversationRow copy) {
        this.tx = tx;
        this.copy = copy;
    }

    /**
     * @param upTo a message of the path shown; for one that is not, nothing happens
     */
    static Optional<Conversation> of(Tx tx, ConversationRow original, Node upTo, Instant now)
            throws SQLException {
        if (!upTo.active()) {
            return Optional.empty();
        }
        ConversationId id = ConversationId.next();
        ConversationRow copy =
                new ConversationRow(tx.nextNumber(), id, ChannelKind.DESKTOP, id.toString(), now);
        copy.title = original.title;
        copy.titledByHand = original.titledByHand;
        copy.options = original.options;
        ConversationRows.insert(tx, copy);
        Fork fork = new Fork(tx, copy);
        for (int from = 0; from <= upTo.position(); from += AT_ONCE) {
            int before = Math.min(from + AT_ONCE, upTo.position() + 1);
            fork.copy(MessageRows.path(tx, original.id, from, before));
        }
        ConversationRows.save(tx, copy);
        return Optional.of(copy.conversation());
    }

    private void copy(List<Message> messages) throws SQLException {
        List<Message> originals = new ArrayList<>();
        List<Message> copies = new ArrayList<>();
        for (Message message : messages) {
            if (message.state().isFinal() && !message.deleted()) {
                originals.add(message);
                copies.add(copied(message));
            }
        }
        MessageRows.insert(tx, null, copies);
        for (int i = 0; i < copies.size(); i++) {
            if (!copies.get(i).attachments().isEmpty()) {
                Attachments.copy(tx, originals.get(i).id(), copies.get(i).id());
            }
        }
    }

    private Message copied(Message m) {
        Message message =
                new Message(
                        copy.nextId(),
                        copy.id,
                        copy.size,
                        copy.tail,
                        m.author(),
                        m.text(),
                        m.reasoning(),
                        m.state(),
                        m.failure(),
                        m.meta(),
                        m.createdAt(),
                        1,
                        1,
                        m.pinned(),
                        false,
                        m.attachments());
        copy.endAt(message.position(), message.id());
        copy.show(message);
        return message;
    }
}
