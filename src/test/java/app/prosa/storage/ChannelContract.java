package app.prosa.storage;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.ConversationId;
import app.prosa.conversation.Failure;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Answer;
import app.prosa.conversation.delivery.Arrival.Wish;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondents;
import app.prosa.conversation.delivery.DueTurns;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Opening;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of the channels' store have in common. */
@SuppressWarnings("NullAway.Init")
abstract class ChannelContract extends StoreContract {
    static final String ACCOUNT = "telegram:1";
    static final String ME = "program 1";
    static final Duration QUIET = Duration.ofMillis(800);
    static final Duration LONGEST = Duration.ofSeconds(8);
    static final Answer ANSWER = new Answer(QUIET, LONGEST, 12);

    /** The model is asked at once. */
    static final Answer NOW = new Answer(Duration.ZERO, Duration.ZERO, 1);

    /** Until then whoever begins an answer is at it. */
    static final Instant THEN = NOON.plusSeconds(60);

    Correspondents correspondents;
    DueTurns turns;

    /** When the turn that is next is due. */
    Optional<Instant> next() {
        return turns.earliest(1).stream().findFirst().map(DueTurns.Due::at);
    }

    Outbox outbox;
    private int named;

    @BeforeEach
    void findPorts() {
        correspondents = database.channels().correspondents();
        turns = database.channels().turns();
        outbox = database.channels().outbox();
    }

    static Address address(String user) {
        return new Address(ACCOUNT, "chat " + user, false);
    }

    static InboundMessage telegram(String user, String text, String externalId) {
        return new InboundMessage(ChannelKind.TELEGRAM, user, text, externalId, List.of());
    }

    static Arrival arrival(InboundMessage message, Standing newcomer, Wish wish, Instant sentAt) {
        return new Arrival(
                message,
                address(message.userId()),
                message.userId(),
                "@" + message.userId(),
                sentAt,
                List.of(),
                newcomer,
                wish);
    }

    static Arrival with(Arrival a, List<MediaRef> media) {
        return new Arrival(
                a.message(),
                a.address(),
                a.name(),
                a.handle(),
                a.sentAt(),
                media,
                a.newcomer(),
                a.wish());
    }

    String name() {
        return "name " + named++;
    }

    Arrived receive(String user, String text, Wish wish, Instant now) {
        return receive(user, text, Standing.ADMITTED, wish, now);
    }

    Arrived receive(String user, String text, Standing newcomer, Wish wish, Instant now) {
        return correspondents.receive(
                arrival(telegram(user, text, name()), newcomer, wish, now), now);
    }

    static ConversationId id(Arrived arrived) {
        return arrived.received().conversation().id();
    }

    Message opened(ConversationId id, Instant now) {
        return opened(turns.open(id, ME, now.plusSeconds(60), now));
    }

    static Message opened(Opening opening) {
        if (opening instanceof Opened opened) {
            return opened.reply();
        }
        throw new AssertionError(opening);
    }

    /** Somebody asks, the model answers, and the answer waits in the outbox as one part. */
    Part answered(String user, String answer, Instant now) {
        return answered(user, answer, 1, now).getFirst();
    }

    /** As so many parts. */
    List<Part> answered(String user, String answer, int parts, Instant now) {
        ConversationId id = id(receive(user, "question", NOW, now));
        complete(opened(id, now), answer);
        if (!turns.close(id, ME, now)) {
            throw new AssertionError("nothing to send");
        }
        Part whole =
                outbox.ready(ACCOUNT, now, 1_000).stream()
                        .filter(part -> part.conversation().equals(id) && part.isWhole())
                        .findFirst()
                        .orElseThrow();
        split(whole, parts);
        return parts(whole.message());
    }

    void split(Part whole, int parts) {
        outbox.split(
                whole.id(),
                IntStream.range(0, parts)
                        .mapToObj(i -> new Part.Text("<b>" + i + "</b>", "" + i))
                        .toList());
    }

    List<Part> parts(MessageId message) {
        return database.read("test", reads -> OutboxRows.of(reads, message)).stream()
                .map(OutboxRow::part)
                .toList();
    }

    Part part(long id) {
        return database.read("test", reads -> OutboxRows.find(reads, id)).orElseThrow().part();
    }

    List<Long> ready(Instant now) {
        return outbox.ready(ACCOUNT, now, 100).stream().map(Part::id).toList();
    }

    /** Begins and settles. */
    void sent(Part part, String platformId, Instant now) {
        var _ = outbox.begin(part.id(), now).orElseThrow();
        var _ = outbox.settle(part.id(), new Sent(platformId)).orElseThrow();
    }

    Message end(Message reply, MessageState state, String text) {
        Failure failure =
                state == MessageState.FAILED ? Failure.of(Failure.Kind.TIMEOUT, "x") : null;
        return store.finish(reply.id(), state, text, "", failure, null).orElseThrow().reply();
    }

    /** The texts of what waits in the outbox. */
    List<String> goesOut() {
        return database
                .read(
                        "test",
                        reads -> reads.list(OutboxRows.SELECT + "ORDER BY o.id", OutboxRows::read))
                .stream()
                .map(row -> row.markup)
                .toList();
    }
}
