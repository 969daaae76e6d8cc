package app.prosa.storage;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.Author;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Conversation;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationOptions;
import app.prosa.conversation.ConversationStore;
import app.prosa.conversation.Failure;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.ReplyMeta;
import app.prosa.conversation.StoreException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The store over SQL: each call one transaction, each change under its conversation's lock. */
final class SqlConversationStore implements ConversationStore {
    /** A duplicate key is a repeat or a race; a race that is lost this often is neither. */
    private static final int TRIES = 5;

    private final Database database;
    private final Front front;
    private final Locks locks;
    private final Recent recent;

    SqlConversationStore(Database database, Front front, Recent recent) {
        this.database = database;
        this.front = front;
        this.recent = recent;
        this.locks = new Locks(database);
    }

    // Conversations

    @Override
    public Conversation create(ConversationOptions options, Instant now) {
        ConversationId id = ConversationId.next();
        return database.inTransaction(
                "create",
                tx -> {
                    ConversationRow row =
                            new ConversationRow(
                                    tx.nextNumber(),
                                    id,
                                    ChannelKind.DESKTOP,
                                    id.toString(),
                                    cut(now));
                    row.options = options;
                    ConversationRows.insert(tx, row);
                    return row.conversation();
                });
    }

    @Override
    public Optional<Conversation> find(ConversationId id) {
        return front.find(id)
                .or(() -> database.read("find", reads -> ConversationRows.find(reads, id)));
    }

    @Override
    public List<Conversation> page(Query query, @Nullable Place after, int limit) {
        return database.read("page", reads -> ConversationList.page(reads, query, after, limit));
    }

    @Override
    public List<Place> places(Query query, @Nullable Place after, int limit) {
        return database.read(
                "places", reads -> ConversationList.places(reads, query, after, limit));
    }

    @Override
    public Optional<Conversation> rename(ConversationId id, String title, boolean byHand) {
        return locks.edit(
                "rename",
                id,
                row -> {
                    row.title = title;
                    row.titledByHand = byHand;
                });
    }

    @Override
    public Optional<Conversation> pin(ConversationId id, boolean pinned) {
        return locks.edit("pin", id, row -> row.pinned = pinned);
    }

    @Override
    public Optional<Conversation> setOptions(ConversationId id, ConversationOptions options) {
        return locks.edit("set options", id, row -> row.options = options);
    }

    @Override
    public Optional<Conversation> setMode(ConversationId id, Mode mode) {
        return locks.edit(
                "set mode",
                id,
                (tx, row) -> {
                    row.mode = mode;
                    if (mode != Mode.AUTO && !row.isOwn()) {
                        Outgoing.takeOver(tx, row);
                    }
                });
    }

    @Override
    public Optional<Conversation> markRead(ConversationId id) {
        return locks.edit("mark read", id, row -> row.unread = 0);
    }

    @Override
    public void trash(Collection<ConversationId> ids, Instant now) {
        Instant then = cut(now);
        locks.editAll(
                "trash",
                ids,
                (tx, row) -> {
                    row.trashedAt = row.trashedAt == null ? then : row.trashedAt;
                    if (!row.isOwn()) {
                        DueRows.delete(tx, row.number);
                    }
                });
    }

    @Override
    public List<Conversation> restore(Collection<ConversationId> ids) {
        return locks.editAll("restore", ids, (_, row) -> row.trashedAt = null);
    }

    @Override
    public List<ConversationId> purge(Instant trashedBefore) {
        List<ConversationId> purged =
                database.inTransaction(
                        "purge",
                        tx -> {
                            List<ConversationId> old =
                                    ConversationList.trashedBefore(tx, trashedBefore);
                            for (ConversationId id : old) {
                                ConversationList.delete(tx, id);
                            }
                            return old;
                        });
        return purged.isEmpty() ? purged : changed(purged);
    }

    // Drafts of the composer

    @Override
    public String draft(ConversationId id) {
        return database.read("draft", reads -> Drafts.find(reads, id));
    }

    @Override
    public void saveDraft(ConversationId id, String text) {
        if (id.equals(ConversationId.NONE)) {
            database.inTransaction("save draft", tx -> Drafts.save(tx, id, text));
        } else {
            locks.change("save draft", id, (tx, row) -> Drafts.save(tx, id, text));
        }
    }

    // Messages

    @Override
    public Received receive(InboundMessage message, boolean openReply, Instant now) {
        long moment = recent.contexts().moment();
        Received received =
                front.receive(message, openReply, cut(now))
                        .orElseGet(() -> receiveInTables(message, openReply, now));
        recent.contexts().received(received, moment);
        return received;
    }

    private Received receiveInTables(InboundMessage message, boolean openReply, Instant now) {
        for (int tried = 1; ; tried++) {
            try {
                return database.inTransaction(
                        "receive", tx -> Inbox.accept(tx, message, openReply, cut(now)));
            } catch (StoreException e) {
                if (tried == TRIES || !SqlFailures.isDuplicate(e.getCause())) {
                    throw e;
                }
            }
            Optional<Received> before =
                    database.read("receive again", reads -> Inbox.repeat(reads, message));
            if (before.isPresent()) {
                return before.get();
            }
        }
    }

    @Override
    public Optional<Message> append(ConversationId id, Author author, String text, Instant now) {
        return changed(
                locks.change(
                        "append",
                        id,
                        (tx, row) -> {
                            Optional<Message> said =
                                    Replies.append(tx, row, author, text, cut(now));
                            if (author == Author.OPERATOR && said.isPresent()) {
                                Outgoing.byHand(tx, row, said.get());
                            }
                            return said;
                        }));
    }

    @Override
    public Optional<Message> openReply(ConversationId id, Instant now) {
        return changed(
                locks.change("open reply", id, (tx, row) -> Replies.open(tx, row, cut(now))));
    }

    @Override
    public Optional<Message> openVersion(MessageId of, Instant now) {
        return changed(
                locks.change(
                        "open version",
                        of,
                        (tx, row, node) -> Replies.openVersion(tx, row, node, cut(now))));
    }

    @Override
    public Optional<Received> edit(MessageId of, String text, Instant now) {
        return changed(
                locks.change(
                        "edit",
                        of,
                        (tx, row, node) -> Replies.edit(tx, row, node, text, cut(now))));
    }

    @Override
    public void checkpoint(MessageId reply, String text, String reasoning) {
        if (!front.checkpoint(reply, text, reasoning)) {
            database.inTransaction(
                    "checkpoint", tx -> MessageRows.checkpoint(tx, reply, text, reasoning));
        }
    }

    @Override
    public Optional<Finished> finish(
            MessageId reply,
            MessageState state,
            String text,
            String reasoning,
            @Nullable Failure failure,
            @Nullable ReplyMeta meta) {
        Ended ended = new Ended(reply, state, text, reasoning, failure, meta);
        Optional<Finished> finished =
                front.finish(ended)
                        .or(() ->
                                database.inTransaction("finish", tx -> Replies.finish(tx, ended)));
        finished.ifPresent(recent.contexts()::finished);
        return finished;
    }

    @Override
    public int interruptUnfinished() {
        return changed(database.inTransaction("interrupt unfinished", Replies::interrupt));
    }

    @Override
    public Optional<Message> message(MessageId id) {
        return database.read("message", reads -> MessageRows.find(reads, id));
    }

    @Override
    public List<Message> path(ConversationId id, int from, int before) {
        return database.read("path", reads -> MessageRows.path(reads, id, from, before));
    }

    @Override
    public List<Message> versions(MessageId id) {
        return at("versions", id, MessageRows::versions);
    }

    @Override
    public Optional<Conversation> show(MessageId id) {
        return changed(locks.change("show", id, Replies::show));
    }

    @Override
    public Optional<Message> pinMessage(MessageId id, boolean pinned) {
        return changed(
                locks.change(
                        "pin message",
                        id,
                        (tx, row, node) -> {
                            MessageRows.pin(tx, id, pinned);
                            return MessageRows.find(tx, id);
                        }));
    }

    @Override
    public Optional<Message> deleteMessage(MessageId id, boolean deleted) {
        return changed(
                locks.change(
                        "delete message",
                        id,
                        (tx, row, node) -> Replies.delete(tx, row, id, deleted)));
    }

    @Override
    public Optional<Conversation> fork(MessageId upTo, Instant now) {
        return locks.change("fork", upTo, (tx, row, node) -> Fork.of(tx, row, node, cut(now)));
    }

    @Override
    public List<Attachment> attachments(MessageId id) {
        return database.read("attachments", reads -> Attachments.contents(reads, id));
    }

    @Override
    public List<Message> context(MessageId reply, int limit) {
        Optional<List<Message>> known = recent.contexts().before(reply, limit);
        return known.isPresent() ? known.get() : readContext(reply, limit);
    }

    private List<Message> readContext(MessageId reply, int limit) {
        long moment = recent.contexts().moment();
        List<Message> read =
                at("context", reply, (reads, node) -> Replies.context(reads, node, limit));
        recent.contexts().found(reply, read, limit, moment);
        return read;
    }

    /** Something else was done to messages than what {@link Recent} is told. */
    private <T> T changed(T result) {
        recent.forget();
        return result;
    }

    @Override
    public Counts counts() {
        return database.read("counts", ConversationList::counts);
    }

    @Override
    public Optional<Conversation> find(ChannelKind channel, String userId) {
        return database.read(
                "find by user", reads -> ConversationRows.find(reads, channel, userId));
    }

    @Override
    public Optional<Conversation> erase(ConversationId id) {
        return changed(
                locks.change(
                        "erase",
                        id,
                        (tx, row) -> {
                            ConversationList.delete(tx, id);
                            return Optional.of(row.conversation());
                        }));
    }

    /** What is found at a message, or nothing when it is not there. */
    private <T> List<T> at(String attempted, MessageId id, AtNode<T> look) {
        return database.read(
                attempted,
                reads -> {
                    Optional<Node> node = Node.find(reads, id);
                    return node.isPresent() ? look.at(reads, node.get()) : List.of();
                });
    }

    private interface AtNode<T> {
        List<T> at(Reads reads, Node node) throws SQLException;
    }

    /** As the store keeps it, so that what is returned equals what is read later. */
    static Instant cut(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
