package app.prosa.storage;

import static app.prosa.storage.SqlConversationStore.cut;

import app.prosa.conversation.Attachment;
import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.Mode;
import app.prosa.conversation.StoreException;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.Standing;
import app.prosa.conversation.delivery.Trouble;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Correspondents over SQL: each change under the lock of their conversation's row. */
final class SqlCorrespondents implements Correspondents {
    /** A duplicate key is a repeat or a race; a race that is lost this often is neither. */
    private static final int TRIES = 5;

    private final Database database;
    private final ChannelFront front;
    private final Recent recent;
    private final Locks locks;

    SqlCorrespondents(Database database, ChannelFront front, Recent recent) {
        this.database = database;
        this.front = front;
        this.recent = recent;
        this.locks = new Locks(database);
    }

    /** What is done to somebody. */
    private interface Edit {
        void to(Tx tx, ConversationRow row, CorrespondentRow who) throws SQLException;
    }

    @Override
    public void expect() {
        front.expect();
    }

    @Override
    public Arrived receive(Arrival arrival, Instant now) {
        Contexts contexts = recent.contexts();
        Repeats repeats = recent.repeats();
        long moment = contexts.moment();
        long unrepeated = repeats.moment();
        Instant then = cut(now);
        Message before = repeats.find(arrival.message()).orElse(null);
        Arrived arrived =
                front.accept(arrival, before, then).orElseGet(() -> accept(arrival, then));
        contexts.received(arrived.received(), moment);
        repeats.stored(arrival.message(), arrived.received().message(), unrepeated);
        return arrived;
    }

    private Arrived accept(Arrival arrival, Instant now) {
        for (int tried = 1; ; tried++) {
            try {
                return database.inTransaction("receive", tx -> Arrivals.accept(tx, arrival, now));
            } catch (StoreException e) {
                if (tried == TRIES || !SqlFailures.isDuplicate(e.getCause())) {
                    throw e;
                }
            }
        }
    }

    @Override
    public boolean isNew(InboundMessage message) {
        return front.isNew(message);
    }

    @Override
    public Optional<Correspondent> find(ConversationId conversation) {
        return front.find(conversation).or(() -> findInTables(conversation));
    }

    private Optional<Correspondent> findInTables(ConversationId conversation) {
        return database.read(
                "find correspondent",
                reads ->
                        CorrespondentRows.find(reads, conversation)
                                .map(CorrespondentRow::correspondent));
    }

    @Override
    public Optional<Correspondent> find(Address address) {
        return database.read(
                "find correspondent",
                reads ->
                        CorrespondentRows.find(reads, address)
                                .map(CorrespondentRow::correspondent));
    }

    @Override
    public List<Instant> wrote(Address from, Instant since, int most) {
        return database.read(
                "when somebody wrote",
                reads -> CorrespondentRows.wrote(reads, from, cut(since), most));
    }

    @Override
    public Optional<Instant> lastHeard(String account) {
        return database.read("last heard", reads -> CorrespondentRows.lastHeard(reads, account));
    }

    @Override
    public List<Correspondent> waiting(int limit) {
        return database.read(
                "who waits",
                reads ->
                        CorrespondentRows.waiting(reads, limit).stream()
                                .map(CorrespondentRow::correspondent)
                                .toList());
    }

    @Override
    public Optional<Correspondent> setStanding(
            ConversationId conversation, Standing standing, Instant now) {
        return edit(
                "set standing",
                conversation,
                (tx, row, who) -> {
                    who.standing = standing;
                    switch (standing) {
                        case ADMITTED -> answerHeld(tx, row, who, cut(now));
                        case WAITING -> keepAway(tx, row, Trouble.NOT_ADMITTED);
                        case BARRED -> {
                            who.held = 0;
                            keepAway(tx, row, Trouble.NOT_ADMITTED);
                        }
                    }
                });
    }

    /** One after the other, so that nobody who writes meanwhile waits for all of them. */
    @Override
    public List<Correspondent> openDoor(String account) {
        List<ConversationId> waiting =
                database.read(
                        "who waits at a door", reads -> CorrespondentRows.atDoor(reads, account));
        return waiting.stream()
                .flatMap(id -> edit("open the door", id, SqlCorrespondents::letIn).stream())
                .toList();
    }

    /** The operator may have said something else meanwhile. */
    private static void letIn(Tx tx, ConversationRow row, CorrespondentRow who) {
        who.standing = who.standing == Standing.WAITING ? Standing.ADMITTED : who.standing;
    }

    @Override
    public Optional<Correspondent> release(
            ConversationId conversation, boolean answer, Instant now) {
        return edit(
                "release",
                conversation,
                (tx, row, who) -> {
                    if (answer && who.standing == Standing.ADMITTED) {
                        answerHeld(tx, row, who, cut(now));
                    }
                    who.held = who.standing == Standing.ADMITTED ? 0 : who.held;
                });
    }

    private static void answerHeld(Tx tx, ConversationRow row, CorrespondentRow who, Instant now)
            throws SQLException {
        boolean answered = row.mode == Mode.AUTO && row.trashedAt == null && who.mayBeWrittenTo();
        if (who.held > 0 && answered) {
            DueRows.edit(tx, who, now, due -> due.makeDue(now));
            who.held = 0;
        }
    }

    private static void keepAway(Tx tx, ConversationRow row, Trouble why) throws SQLException {
        DueRows.delete(tx, row.number);
        Outgoing.recall(tx, row.number, why);
    }

    @Override
    public Optional<Correspondent> setOptedOut(ConversationId conversation, boolean optedOut) {
        return edit(
                "set opted out",
                conversation,
                (tx, row, who) -> {
                    who.optedOut = optedOut;
                    if (optedOut) {
                        keepAway(tx, row, Trouble.OPTED_OUT);
                    }
                });
    }

    @Override
    public Optional<Correspondent> setReachable(Address address, boolean reachable) {
        return edit(
                "set reachable",
                address,
                (tx, row, who) -> {
                    who.reachable = reachable;
                    if (!reachable) {
                        Outgoing.recall(tx, row.number, Trouble.BLOCKED);
                    }
                });
    }

    @Override
    public Optional<Correspondent> move(Address from, String toChatId) {
        return edit(
                "move",
                from,
                (tx, row, who) -> {
                    who.address = new Address(from.account(), toChatId, who.address.group());
                    OutboxRows.move(tx, row.number, from, toChatId);
                });
    }

    /** Locked first, then looked at: another program may have changed it. */
    private Optional<Correspondent> edit(String attempted, ConversationId id, Edit edit) {
        return database.inTransaction(
                attempted, tx -> edit(tx, ConversationRows.hold(tx, id), edit));
    }

    private Optional<Correspondent> edit(String attempted, Address address, Edit edit) {
        return database.inTransaction(
                attempted,
                tx -> {
                    Optional<CorrespondentRow> who = CorrespondentRows.find(tx, address);
                    return who.isPresent()
                            ? edit(tx, ConversationRows.hold(tx, who.get().number), edit)
                            : Optional.empty();
                });
    }

    private static Optional<Correspondent> edit(Tx tx, Optional<ConversationRow> row, Edit edit)
            throws SQLException {
        Optional<CorrespondentRow> who =
                row.isPresent() ? CorrespondentRows.find(tx, row.get().number) : Optional.empty();
        if (who.isPresent()) {
            edit.to(tx, row.orElseThrow(), who.get());
            CorrespondentRows.save(tx, who.get());
        }
        return who.map(CorrespondentRow::correspondent);
    }

    @Override
    public Optional<Message> amend(ChannelKind channel, String externalId, String text) {
        return changed(
                database.inTransaction(
                        "amend",
                        tx -> {
                            Optional<Message> message = ExternalNames.find(tx, channel, externalId);
                            return message.isPresent()
                                    ? Replies.amend(tx, message.get().id(), text)
                                    : Optional.empty();
                        }));
    }

    @Override
    public List<Pending> pendingMedia(ConversationId conversation) {
        return front.isWithoutMedia(conversation)
                ? List.of()
                : database.read("pending media", reads -> MediaRows.of(reads, conversation));
    }

    @Override
    public Optional<Message> attach(MessageId message, int ordinal, Attachment file) {
        return changed(
                locks.change(
                        "attach",
                        message,
                        (tx, row, node) ->
                                MediaRows.delete(tx, message, ordinal)
                                        ? Replies.attach(tx, row, message, ordinal, file)
                                        : Optional.empty()));
    }

    @Override
    public void forgetMedia(MessageId message, int ordinal) {
        locks.change(
                "forget media",
                message,
                (tx, row, node) -> Optional.of(MediaRows.delete(tx, message, ordinal)));
    }

    /** What {@link Recent} is not told. */
    private <T> T changed(T result) {
        recent.forget();
        return result;
    }
}
