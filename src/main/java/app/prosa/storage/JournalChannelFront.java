package app.prosa.storage;

import app.prosa.conversation.ConversationId;
import app.prosa.conversation.ConversationStore.Received;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Answer;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondent;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Opening;
import app.prosa.storage.Backlog.Of;
import app.prosa.storage.Correspondences.Correspondence;
import app.prosa.storage.Heads.Head;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes in what comes by channels, and begins answers to it, as {@link JournalFront} does. */
final class JournalChannelFront implements ChannelFront {
    private final Ahead ahead;
    private final Entrance entrance;

    JournalChannelFront(Ahead ahead, Entrance entrance) {
        this.ahead = ahead;
        this.entrance = entrance;
    }

    @Override
    public void expect() {
        ahead.lookBefore();
    }

    @Override
    public boolean isNew(InboundMessage message) {
        return ahead.locked(() -> entrance.isFirst(message));
    }

    @Override
    public Optional<Correspondent> find(ConversationId conversation) {
        return known(conversation).map(known -> known.who().correspondent());
    }

    @Override
    public boolean isWithoutMedia(ConversationId conversation) {
        return known(conversation).filter(known -> !known.media()).isPresent();
    }

    private Optional<Correspondence> known(ConversationId conversation) {
        return ahead.known(() -> Optional.ofNullable(ahead.correspondences().find(conversation)));
    }

    @Override
    public Optional<Arrived> accept(Arrival arrival, @Nullable Message before, Instant now) {
        if (before != null) {
            return ahead.locked(() -> again(before));
        }
        InboundMessage message = arrival.message();
        String externalId = message.externalId();
        boolean plain = message.attachments().isEmpty() && arrival.media().isEmpty();
        if (!plain || externalId == null) {
            return Optional.empty();
        }
        long name = ExternalNames.hash(message.channel(), externalId);
        return ahead.locked(() -> take(arrival, name, now));
    }

    private Optional<Arrived> again(Message before) {
        Head head = ahead.heads().of(before.id());
        Correspondence known = of(head);
        if (head == null || known == null) {
            return Optional.empty();
        }
        Received repeat = new Received(head.row().conversation(), before, null, true);
        return Optional.of(Arrivals.arrived(repeat, known.who(), known.due(), false));
    }

    private @Nullable Correspondence of(@Nullable Head head) {
        return head == null ? null : ahead.correspondences().find(head.row().number);
    }

    private Optional<Arrived> take(Arrival arrival, long name, Instant at) {
        ahead.refuseIfFull("receive");
        InboundMessage inbound = arrival.message();
        Head head = entrance.head(inbound);
        Correspondence before = of(head);
        if (!entrance.isKnown(inbound, name, head) || (head != null && before == null)) {
            return Optional.empty();
        }
        ConversationRow row = entrance.row(head, inbound, at);
        row.titleWith(Arrivals.with(arrival));
        Inbox.Taken taken = Inbox.take(row, inbound, false, at);
        Note note = ahead.note();
        entrance.note(note, head, row, inbound, name, taken);
        CorrespondentRow who = hear(note, row, before, arrival);
        Answer wish = Arrivals.answer(arrival, row.conversation(), who);
        DueRow due = before == null ? null : before.due();
        DueRow then = wish == null ? due : schedule(note, who, due, wish, at);
        Correspondence now =
                new Correspondence(
                        who, then, taken.message().id(), before != null && before.media());
        note.afterwards(() -> ahead.correspondences().put(now));
        ahead.commit("receive", note);
        Received received = Entrance.received(row, taken);
        return Optional.of(
                Arrivals.arrived(received, who, wish == null ? null : then, before == null));
    }

    private static CorrespondentRow hear(
            Note note, ConversationRow in, @Nullable Correspondence before, Arrival arrival) {
        CorrespondentRow who =
                before == null
                        ? CorrespondentRow.of(in.number, in.id, arrival)
                        : before.who().copy();
        who.take(arrival);
        note.put(
                Of.correspondent(who),
                before == null,
                () -> CorrespondentRows.saving(who),
                () -> CorrespondentRows.inserting(who));
        return who;
    }

    private static DueRow schedule(
            Note note, CorrespondentRow who, @Nullable DueRow before, Answer wish, Instant now) {
        DueRow due = before == null ? new DueRow(who.number, who.conversation, now) : before.copy();
        due.add(wish, now);
        put(note, due, before == null);
        return due;
    }

    private static void put(Note note, DueRow due, boolean isNew) {
        note.put(Of.due(due), isNew, () -> DueRows.saving(due), () -> DueRows.inserting(due));
    }

    @Override
    public Optional<Opening> open(
            ConversationId conversation, String owner, Instant until, Instant now) {
        return ahead.locked(() -> begin(conversation, owner, until, now));
    }

    private Optional<Opening> begin(
            ConversationId conversation, String owner, Instant until, Instant now) {
        Correspondence known = ahead.correspondences().find(conversation);
        DueRow due = known == null ? null : known.due();
        if (known == null || due == null) {
            return Optional.empty();
        }
        if (due.dueAt.isAfter(now)) {
            return Optional.of(new NotYet(due.nextAt()));
        }
        Head head = ahead.heads().find(due.number);
        boolean plain = due.reply == null && due.owner == null && !ahead.isTooFar();
        if (!plain || head == null || !isToBeAnswered(head.row(), known)) {
            return Optional.empty();
        }
        ahead.refuseIfFull("open turn");
        ConversationRow row = head.row().copy();
        Message reply = row.appendReply(1, now);
        DueRow begun = due.copy();
        begun.begin(reply.id(), false);
        begun.take(owner, until);
        Note note = ahead.note();
        Entrance.insert(note, reply, null);
        Entrance.put(note, row, false);
        entrance.mark(note, row);
        put(note, begun, false);
        ahead.commit("open turn", note);
        ahead.heads().put(head.with(row, reply));
        ahead.correspondences().tell(begun);
        return Optional.of(new Opened(row.conversation(), reply, begun.tries));
    }

    /** What they said last is the end of the path. */
    private static boolean isToBeAnswered(ConversationRow row, Correspondence known) {
        return row.mode == Mode.AUTO
                && row.trashedAt == null
                && known.who().mayBeWrittenTo()
                && known.said().equals(row.tail);
    }
}
