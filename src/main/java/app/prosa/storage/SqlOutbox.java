package app.prosa.storage;

import static app.prosa.storage.SqlConversationStore.cut;

import app.prosa.conversation.Author;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox over SQL: each change under the lock of its conversation's row. */
final class SqlOutbox implements Outbox {
    private final Database database;
    private final Recent recent;
    private final Locks locks;

    SqlOutbox(Database database, Recent recent) {
        this.database = database;
        this.recent = recent;
        this.locks = new Locks(database);
    }

    /** What is done to a part. */
    private interface Change<T> {
        Optional<T> to(Tx tx, ConversationRow row, OutboxRow part) throws SQLException;
    }

    // What is to be sent

    @Override
    public List<Part> ready(String account, Instant now, int limit) {
        return database.read(
                "ready parts", reads -> OutboxQueries.ready(reads, account, cut(now), limit));
    }

    @Override
    public Optional<Instant> next(String account) {
        return database.read("next part", reads -> OutboxQueries.next(reads, account));
    }

    @Override
    public List<Part> interrupted(String account) {
        return database.inTransaction("interrupted parts", tx -> Sending.interrupt(tx, account));
    }

    // What becomes of it

    @Override
    public void split(long part, List<Part.Text> parts) {
        change("split", part, (tx, row, whole) -> Sending.split(tx, whole, parts));
    }

    @Override
    public Optional<Part> begin(long part, Instant now) {
        return change(
                "begin to send", part, (tx, row, found) -> Sending.begin(tx, row, found, cut(now)));
    }

    @Override
    public Optional<Delivery> settle(long part, Outcome outcome) {
        return database.inTransaction(
                "settle",
                tx -> {
                    if (outcome instanceof Sent) {
                        EarlyReports.lock(tx);
                    }
                    return change(
                            tx, part, (_, row, found) -> Sending.settle(tx, row, found, outcome));
                });
    }

    @Override
    public Optional<Delivery> report(
            String account, String platformId, DeliveryState state, @Nullable Trouble why) {
        if (state.compareTo(DeliveryState.SENT) < 0) {
            return Optional.empty(); // that is for us to say
        }
        return database.inTransaction(
                "report",
                tx -> {
                    Optional<OutboxRow> known = OutboxRows.called(tx, account, platformId);
                    if (known.isEmpty()) {
                        long last = EarlyReports.lock(tx);
                        known = OutboxRows.called(tx, account, platformId);
                        if (known.isEmpty()) {
                            EarlyReports.add(tx, last, account, platformId, state, why);
                        }
                    }
                    return known.isPresent()
                            ? change(
                                    tx,
                                    known.get().id,
                                    (_, row, part) -> Sending.report(tx, part, state, why))
                            : Optional.empty();
                });
    }

    @Override
    public Optional<Delivery> confirm(long part, String platformId) {
        return database.inTransaction(
                "confirm",
                tx -> {
                    EarlyReports.lock(tx);
                    return change(
                            tx,
                            part,
                            (_, row, found) -> Sending.confirm(tx, row, found, platformId));
                });
    }

    @Override
    public List<Delivery> reportUpTo(Address to, DeliveryState state, Instant upTo) {
        return database.inTransaction(
                "report up to a time",
                tx -> {
                    List<Delivery> changed = new ArrayList<>();
                    for (long part : OutboxQueries.sentTo(tx, to, cut(upTo))) {
                        change(tx, part, (_, row, found) -> Sending.report(tx, found, state, null))
                                .ifPresent(changed::add);
                    }
                    return changed;
                });
    }

    @Override
    public Optional<Message> saidElsewhere(
            Address to, String text, String platformId, boolean sure, Instant now) {
        Optional<Message> said =
                database.inTransaction(
                        "said elsewhere",
                        tx -> {
                            EarlyReports.lock(tx);
                            return saidElsewhere(tx, to, text, platformId, sure, cut(now));
                        });
        recent.forget();
        return said;
    }

    private static Optional<Message> saidElsewhere(
            Tx tx, Address to, String text, String platformId, boolean sure, Instant now)
            throws SQLException {
        Optional<CorrespondentRow> who = CorrespondentRows.find(tx, to);
        Optional<ConversationRow> row =
                who.isPresent()
                        ? ConversationRows.lock(tx, who.get().conversation)
                        : Optional.empty();
        boolean ours =
                OutboxRows.called(tx, to.account(), platformId).isPresent()
                        || (!sure
                                && row.isPresent()
                                && OutboxQueries.isSending(tx, row.get().number));
        if (row.isEmpty() || ours) {
            return Optional.empty();
        }
        Message said = Replies.append(tx, row.get(), Author.OPERATOR, text, now).orElseThrow();
        Outgoing.elsewhere(tx, to, said, platformId, now);
        return Optional.of(said);
    }

    @Override
    public Optional<Delivery> resend(MessageId message, Instant now) {
        return locks.change(
                "resend", message, (tx, row, node) -> Sending.resend(tx, row, message, cut(now)));
    }

    @Override
    public Optional<MessageId> say(ConversationId conversation, String text, Instant now) {
        Optional<MessageId> said =
                locks.change("say", conversation, (tx, row) -> say(tx, row, text, cut(now)));
        recent.forget();
        return said;
    }

    private static Optional<MessageId> say(Tx tx, ConversationRow row, String text, Instant now)
            throws SQLException {
        Optional<CorrespondentRow> to =
                CorrespondentRows.find(tx, row.number).filter(CorrespondentRow::mayBeWrittenTo);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        Message note = Replies.append(tx, row, Author.NOTE, text, now).orElseThrow();
        Outgoing.put(tx, to.get(), note, now);
        return Optional.of(note.id());
    }

    private <T> Optional<T> change(String attempted, long part, Change<T> change) {
        return database.inTransaction(attempted, tx -> change(tx, part, change));
    }

    private static <T> Optional<T> change(Tx tx, long part, Change<T> change) throws SQLException {
        Optional<Long> in = OutboxRows.conversation(tx, part);
        Optional<ConversationRow> row =
                in.isPresent() ? ConversationRows.hold(tx, in.get()) : Optional.empty();
        Optional<OutboxRow> found = row.isPresent() ? OutboxRows.find(tx, part) : Optional.empty();
        return found.isPresent() ? change.to(tx, row.orElseThrow(), found.get()) : Optional.empty();
    }

    // What is known of it

    @Override
    public Optional<MessageId> known(String account, String platformId) {
        return database.read(
                "known message",
                reads -> OutboxRows.called(reads, account, platformId).map(row -> row.message));
    }

    @Override
    public List<Delivery> deliveries(Collection<MessageId> messages) {
        return database.read("deliveries", reads -> OutboxQueries.deliveries(reads, messages));
    }

    @Override
    public List<DeadLetter> dead(@Nullable String account, @Nullable DeadLetter after, int limit) {
        return database.read(
                "dead letters", reads -> OutboxQueries.dead(reads, account, after, limit));
    }

    @Override
    public List<Instant> answered(String account, Instant since, int most) {
        return database.read(
                "when it was answered",
                reads -> OutboxQueries.answered(reads, account, cut(since), most));
    }

    @Override
    public Optional<Instant> lastSent(String account) {
        return database.read("last sent", reads -> OutboxQueries.lastSent(reads, account));
    }

    @Override
    public Counts counts(String account, Instant since) {
        return database.read("counts", reads -> OutboxQueries.counts(reads, account, since));
    }

    @Override
    public int purge(Instant before) {
        return database.inTransaction(
                "purge the outbox", tx -> OutboxRows.purge(tx, before.toEpochMilli()));
    }
}
