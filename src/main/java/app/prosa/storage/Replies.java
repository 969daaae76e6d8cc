package app.prosa.storage;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationStore.Finished;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.Failure;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.storage.Heads.Head;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How replies begin, end, and get versions. */
final class Replies {
    private Replies() {}

    static Optional<Message> open(Tx tx, ConversationRow row, Instant now) throws SQLException {
        return store(tx, row, row.appendReply(1, now));
    }

    static Optional<Message> append(
            Tx tx, ConversationRow row, Author author, String text, Instant now)
            throws SQLException {
        return store(tx, row, row.append(author, text, List.of(), 1, now));
    }

    private static Optional<Message> store(Tx tx, ConversationRow row, Message message)
            throws SQLException {
        MessageRows.insert(tx, null, List.of(message));
        ConversationRows.save(tx, row);
        return Optional.of(message);
    }

    /**
     * @param of a reply; for anything else nothing happens
     */
    static Optional<Message> openVersion(Tx tx, ConversationRow row, Node of, Instant now)
            throws SQLException {
        if (of.author() != Author.ASSISTANT) {
            return Optional.empty();
        }
        int version = Paths.branch(tx, row, of);
        return store(tx, row, row.appendReply(version, now));
    }

    /**
     * @param of a user's message; for anything else nothing happens
     */
    static Optional<Received> edit(Tx tx, ConversationRow row, Node of, String text, Instant now)
            throws SQLException {
        if (of.author() != Author.USER) {
            return Optional.empty();
        }
        int version = Paths.branch(tx, row, of);
        List<Attachment> attachments = Attachments.contents(tx, of.id());
        Message message =
                row.append(Author.USER, text, Attachments.infos(attachments), version, now);
        Message reply = row.appendReply(1, now);
        MessageRows.insert(tx, null, List.of(message, reply));
        Attachments.insert(tx, message.id(), attachments);
        ConversationRows.save(tx, row);
        return Optional.of(new Received(row.conversation(), message, reply, false));
    }

    static Optional<Finished> finish(Tx tx, Ended end) throws SQLException {
        Optional<ConversationRow> locked = ConversationRows.lockOf(tx, end.reply());
        if (locked.isEmpty()) {
            return Optional.empty();
        }
        boolean ended = MessageRows.finish(tx, end);
        Optional<Message> message = MessageRows.find(tx, end.reply());
        if (ended && message.isPresent()) {
            tell(locked.get(), message.get());
            ConversationRows.save(tx, locked.get());
        }
        tx.leaves(Head.of(locked.get(), null));
        return message.map(m -> new Finished(m, locked.get().conversation()));
    }

    /** What the list shows of a reply that has ended. */
    static void tell(ConversationRow row, Message reply) {
        if (reply.id().equals(row.tail)) {
            row.show(reply);
        }
        row.unfinished--;
        if (row.isOwn() && reply.state() != MessageState.STOPPED) {
            row.unread++;
        }
    }

    /** Shows another path. */
    static Optional<Conversation> show(Tx tx, ConversationRow row, Node node) throws SQLException {
        Paths.show(tx, row, node);
        return Optional.of(retell(tx, row));
    }

    static Optional<Message> delete(Tx tx, ConversationRow row, MessageId id, boolean deleted)
            throws SQLException {
        MessageRows.delete(tx, id, deleted);
        retell(tx, row);
        return MessageRows.find(tx, id);
    }

    /** Gives a message another text. */
    static Optional<Message> amend(Tx tx, MessageId id, String text) throws SQLException {
        Optional<ConversationRow> row = ConversationRows.lockOf(tx, id);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        MessageRows.amend(tx, id, text);
        retell(tx, row.get());
        return MessageRows.find(tx, id);
    }

    /** Puts a file with a message. */
    static Optional<Message> attach(
            Tx tx, ConversationRow row, MessageId id, int ordinal, Attachment file)
            throws SQLException {
        Attachments.fetched(tx, id, ordinal, file);
        MessageRows.countAttachment(tx, id);
        retell(tx, row);
        return MessageRows.find(tx, id);
    }

    /** Lets the list show the last message that there is now. */
    private static Conversation retell(Tx tx, ConversationRow row) throws SQLException {
        row.preview = "";
        MessageRows.lastWords(tx, row.number).ifPresent(row::show);
        ConversationRows.save(tx, row);
        return row.conversation();
    }

    /**
     * Ends what a program that ended left behind; what had been kept of it stays. Whatever another
     * one may be writing is left alone.
     */
    static int interrupt(Tx tx) throws SQLException {
        List<Message> leftAlone = new ArrayList<>();
        int interrupted = 0;
        for (long conversation : tx.busy().conversations(tx)) {
            for (Message reply : MessageRows.unfinished(tx, conversation)) {
                if (!tx.isAlone() && DueRows.isOwned(tx, reply.id())) {
                    leftAlone.add(reply);
                } else {
                    var _ = interrupt(tx, reply);
                    interrupted++;
                }
            }
        }
        tx.busy().clear(tx);
        for (Message reply : leftAlone) {
            tx.busy().mark(tx, ConversationRows.lockOf(tx, reply.id()).orElseThrow());
        }
        if (tx.isAlone()) {
            DueRows.free(tx);
            SqlLeases.free(tx);
        }
        return interrupted;
    }

    /** Whoever wrote it has ended. */
    static Optional<Finished> interrupt(Tx tx, Message reply) throws SQLException {
        return finish(
                tx,
                new Ended(
                        reply.id(),
                        MessageState.INTERRUPTED,
                        reply.text(),
                        reply.reasoning(),
                        Failure.of(Failure.Kind.PROGRAM_ENDED),
                        null));
    }

    /**
     * What a model is shown before it writes a reply, oldest first. Where the reply's own path is
     * shown that is one range; where another one is by now, it is walked upwards.
     */
    static List<Message> context(Reads reads, Node reply, int limit) throws SQLException {
        List<Message> shown = MessageRows.before(reads, reply.id(), limit);
        boolean own = !shown.isEmpty() && shown.getFirst().id().equals(reply.parentId());
        List<Message> latestFirst = own ? shown : walk(reads, reply.parentId(), limit);
        return List.copyOf(latestFirst.reversed());
    }

    private static List<Message> walk(Reads reads, @Nullable MessageId from, int limit)
            throws SQLException {
        List<Message> walked = new ArrayList<>();
        Optional<Message> at = find(reads, from);
        while (at.isPresent() && walked.size() < limit) { // somebody may erase it meanwhile
            Message message = at.get();
            if (isShownToModels(message)) {
                walked.add(message);
            }
            at = find(reads, message.parentId());
        }
        return walked;
    }

    private static Optional<Message> find(Reads reads, @Nullable MessageId id) throws SQLException {
        return id == null ? Optional.empty() : MessageRows.find(reads, id);
    }

    static boolean isShownToModels(Message message) {
        boolean usable = message.state().isFinal() && message.state() != MessageState.FAILED;
        boolean saysSomething = !message.text().isEmpty() || !message.attachments().isEmpty();
        return usable && saysSomething && !message.deleted();
    }
}
