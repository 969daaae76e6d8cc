package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import app.prosa.conversation.ChannelKind;
import app.prosa.conversation.Failure;
import app.prosa.conversation.InboundMessage;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Arrival;
import app.prosa.conversation.delivery.Arrival.Answer;
import app.prosa.conversation.delivery.Arrival.Hold;
import app.prosa.conversation.delivery.Arrival.Keep;
import app.prosa.conversation.delivery.Arrival.Wish;
import app.prosa.conversation.delivery.Arrived;
import app.prosa.conversation.delivery.Correspondents.Pending;
import app.prosa.conversation.delivery.DueTurns.Hopeless;
import app.prosa.conversation.delivery.DueTurns.NotYet;
import app.prosa.conversation.delivery.DueTurns.Nothing;
import app.prosa.conversation.delivery.DueTurns.Opened;
import app.prosa.conversation.delivery.DueTurns.Opening;
import app.prosa.conversation.delivery.DueTurns.Written;
import app.prosa.conversation.delivery.MediaRef;
import app.prosa.conversation.delivery.Standing;
import app.prosa.storage.ModelTalk.Said;
import app.prosa.storage.ModelTurns.Opens;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Whatever one can do to a channel, at random, to the store and on paper. */
final class ChannelDeeds {
    private final Random random;
    private final ChannelModel model = new ChannelModel();
    private final ChannelParts parts;
    private final ChannelPeople people;
    private final Map<String, Arrival> named = new LinkedHashMap<>();
    private Database database;
    private Instant now = Instant.parse("2026-11-22T12:00:00Z");
    private int done;

    ChannelDeeds(Database database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        this.parts = new ChannelParts(model, random, database);
        this.people = new ChannelPeople(model, random, named, database);
    }

    /** Goes on with what a kill left. */
    void goOn(Database with, boolean recover) {
        database = with;
        parts.use(with);
        people.use(with);
        new ChannelLikeness(database, model).check(parts, now);
        if (recover) {
            with.conversations().interruptUnfinished();
            for (ModelTalk talk : model.talks.values()) {
                talk.path.stream()
                        .filter(said -> said.state == MessageState.STREAMING)
                        .forEach(said -> said.state = MessageState.INTERRUPTED);
                if (talk.turn != null) {
                    talk.turn.owner = "";
                }
            }
        }
    }

    void some(int count) {
        for (int i = 0; i < count; i++) {
            done++;
            now = now.plusMillis(random.nextInt(random.nextInt(8) == 0 ? 60_000 : 400));
            one();
            if (i % 10 == 0) {
                new ChannelLikeness(database, model).check(parts, now);
            }
        }
        new ChannelLikeness(database, model).check(parts, now);
    }

    private void one() {
        ModelTalk talk = any(List.copyOf(model.talks.values()));
        if (talk == null) {
            receive();
            return;
        }
        switch (random.nextInt(30)) {
            case 0, 1, 2, 3 -> receive();
            case 4 -> again();
            case 5, 6, 7, 8 -> open(talk);
            case 9, 10, 11, 12 -> finish(talk);
            case 13, 14, 15 -> close(talk);
            case 16 -> retry(talk);
            case 17, 18, 19, 20, 21 -> people.one(talk, now);
            default -> parts.one(now);
        }
    }

    private void receive() {
        String user = "user " + random.nextInt(6);
        String name = "name " + done;
        ModelTalk known = model.talks.get(user);
        Address address =
                known != null && random.nextInt(5) > 0
                        ? known.address
                        : new Address(
                                pick("telegram:1", "telegram:2"), "chat " + user, done % 2 == 0);
        List<MediaRef> with =
                random.nextInt(6) > 0
                        ? List.of()
                        : List.of(new MediaRef("photo", "ref " + done, "", "", (long) done));
        Arrival arrival =
                new Arrival(
                        message(user, name),
                        address,
                        user,
                        "@" + user,
                        random.nextInt(4) > 0 ? now : now.minusSeconds(random.nextInt(200)),
                        with,
                        random.nextInt(4) > 0 ? Standing.ADMITTED : pick(Standing.values()),
                        wish());
        Arrived arrived = database.channels().correspondents().receive(arrival, now);
        assertEquals(known == null, arrived.first());
        assertTrue(!arrived.received().repeat(), "a new message is no repeat");
        ModelTalk talk =
                known != null
                        ? known
                        : new ModelTalk(arrived.received().conversation().id(), arrival);
        model.talks.put(user, talk);
        MessageId id = arrived.received().message().id();
        assertEquals(talk.hear(arrival, id, now), arrived.due());
        assertEquals(talk.who(), arrived.correspondent());
        for (MediaRef one : with) {
            talk.media.add(new Pending(id, 0, one));
        }
        named.put(name, arrival);
    }

    private static InboundMessage message(String user, String name) {
        return new InboundMessage(ChannelKind.TELEGRAM, user, "text of " + name, name, List.of());
    }

    private Wish wish() {
        return switch (random.nextInt(6)) {
            case 0 -> new Hold();
            case 1 -> new Keep();
            default ->
                    new Answer(
                            Duration.ofMillis(random.nextInt(800)),
                            Duration.ofMillis(random.nextInt(4_000)),
                            1 + random.nextInt(6));
        };
    }

    private void again() {
        String name = any(List.copyOf(named.keySet()));
        Arrival arrival = name == null ? null : named.get(name);
        if (arrival != null) {
            Arrived again = database.channels().correspondents().receive(arrival, now);
            assertTrue(again.received().repeat(), "a repeat is one");
            ModelTalk talk = talk(arrival.message().userId());
            assertEquals(talk.who(), again.correspondent());
            assertEquals(talk.turn == null ? null : talk.turn.at, again.due());
        }
    }

    private ModelTalk talk(String user) {
        return Optional.ofNullable(model.talks.get(user)).orElseThrow();
    }

    private void open(ModelTalk talk) {
        String owner = pick("one", "two");
        Instant until = now.plusMillis(random.nextInt(20_000));
        Said before = talk.turn == null ? null : talk.turn.reply;
        Opens opens = model.turns.open(talk, owner, now);
        Opening opening = database.channels().turns().open(talk.id, owner, until, now);
        switch (opening) {
            case Nothing _ -> assertEquals(Opens.NOTHING, opens);
            case NotYet notYet -> {
                assertEquals(Opens.NOT_YET, opens);
                assertEquals(ModelTurns.turn(talk).shown(), notYet.at());
            }
            case Written written -> {
                assertEquals(Opens.WRITTEN, opens);
                model.turns.opened(talk, opens, written.reply(), owner, until);
                assertEquals(before == null ? null : before.id, written.reply().id());
            }
            case Hopeless hopeless -> {
                assertEquals(Opens.HOPELESS, opens);
                model.turns.opened(talk, opens, hopeless.reply(), owner, until);
            }
            case Opened opened -> {
                assertTrue(opens == Opens.ANEW || opens == Opens.AGAIN, opens.name());
                model.turns.opened(talk, opens, opened.reply(), owner, until);
                assertEquals(ModelTurns.turn(talk).tries, opened.tries());
            }
        }
    }

    private void finish(ModelTalk talk) {
        Said reply =
                any(
                        talk.path.stream()
                                .filter(said -> said.state == MessageState.STREAMING)
                                .toList());
        if (reply != null) {
            MessageState end =
                    random.nextInt(3) > 0
                            ? MessageState.COMPLETE
                            : pick(
                                    MessageState.STOPPED,
                                    MessageState.INTERRUPTED,
                                    MessageState.FAILED);
            Failure failure =
                    end == MessageState.FAILED ? Failure.of(Failure.Kind.TIMEOUT, "x") : null;
            reply.state = end;
            reply.text = random.nextInt(12) == 0 ? " " : "answer " + done;
            database.conversations().finish(reply.id, end, reply.text, "", failure, null);
        }
    }

    private void close(ModelTalk talk) {
        String owner = owner(talk);
        assertEquals(
                model.turns.close(talk, owner, now),
                database.channels().turns().close(talk.id, owner, now));
    }

    /** Mostly the right one. */
    private String owner(ModelTalk talk) {
        boolean right = talk.turn != null && !talk.turn.owner.isEmpty() && random.nextInt(6) > 0;
        return right ? ModelTurns.turn(talk).owner : pick("one", "two");
    }

    private void retry(ModelTalk talk) {
        String owner = owner(talk);
        Instant at = now.plusMillis(random.nextInt(2_000));
        if (random.nextBoolean()) {
            model.turns.retry(talk, owner, at);
            database.channels().turns().retry(talk.id, owner, at);
        } else {
            boolean is = ModelTurns.isOf(talk, owner);
            assertEquals(is, database.channels().turns().extend(talk.id, owner, at));
            if (is) {
                ModelTurns.turn(talk).until = at;
            }
        }
    }

    @SafeVarargs
    private <T> T pick(T... some) {
        return some[random.nextInt(some.length)];
    }

    /** One of them, or null when there is none. */
    private <T> @Nullable T any(List<T> some) {
        return some.isEmpty() ? null : some.get(random.nextInt(some.size()));
    }
}
