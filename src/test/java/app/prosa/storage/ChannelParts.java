package app.prosa.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox;
import app.prosa.conversation.delivery.Outbox.Again;
import app.prosa.conversation.delivery.Outbox.Failed;
import app.prosa.conversation.delivery.Outbox.Lost;
import app.prosa.conversation.delivery.Outbox.Outcome;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Outbox.Unsure;
import app.prosa.conversation.delivery.Part;
import app.prosa.conversation.delivery.Trouble;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Whatever one can do to what goes out, at random, to the store and on paper. */
final class ChannelParts {
    private static final List<String> ACCOUNTS = List.of("telegram:1", "telegram:2");

    private final ChannelModel model;
    private final Random random;
    private final List<String> names = new ArrayList<>();
    private Database database;
    private int done;

    ChannelParts(ChannelModel model, Random random, Database database) {
        this.model = model;
        this.random = random;
        this.database = database;
    }

    void use(Database with) {
        database = with;
    }

    private Outbox outbox() {
        return database.channels().outbox();
    }

    /** The ids of all parts in their order: the same order as on paper. */
    private List<Long> ids() {
        return database.read(
                "test", reads -> reads.list("SELECT id FROM outbox ORDER BY id", Row::big));
    }

    void one(Instant now) {
        done++;
        String account = any(ACCOUNTS);
        List<Integer> ready = model.ready(account, now);
        int place =
                !ready.isEmpty() && random.nextInt(8) > 0
                        ? any(ready)
                        : random.nextInt(1 + model.out.size());
        if (place == model.out.size() || random.nextInt(6) == 0) {
            other(account, now);
            return;
        }
        ModelPart part = model.out.get(place);
        long id = ids().get(place);
        if (part.of == 0 && random.nextInt(8) > 0) {
            split(place, id);
        } else if (begin(place, id, now) && random.nextInt(4) > 0) {
            settle(place, id, now);
        } else if (random.nextInt(3) == 0) {
            settle(place, id, now);
        }
    }

    private void split(int place, long id) {
        int parts = random.nextInt(30) == 0 ? 0 : 1 + random.nextInt(3);
        List<String> texts =
                IntStream.range(0, parts).mapToObj(i -> "part " + i + " " + done).toList();
        model.split(place, texts);
        outbox().split(id, texts.stream().map(text -> new Part.Text(text, text)).toList());
    }

    private boolean begin(int place, long id, Instant now) {
        boolean begins = model.begin(place, now);
        Optional<Part> begun = outbox().begin(id, now);
        assertEquals(begins ? Optional.of(model.out.get(place).part(id)) : Optional.empty(), begun);
        return begins;
    }

    private void settle(int place, long id, Instant now) {
        boolean whole = model.out.get(place).of == 0;
        Instant at = now.plusMillis(random.nextInt(3_000));
        Outcome outcome =
                switch (whole ? 6 + random.nextInt(2) : random.nextInt(10)) {
                    case 0, 1, 2, 3 -> new Sent(name());
                    case 4 -> new Unsure(at);
                    case 5 -> new Lost();
                    case 6 -> new Failed(Trouble.REJECTED);
                    default -> new Again(at, Trouble.NETWORK);
                };
        assertEquals(
                Optional.of(model.settle(place, outcome)),
                outbox().settle(id, outcome),
                outcome::toString);
    }

    /** A new one; one in three was reported before. */
    private String name() {
        String name = "p" + (names.size() / 3 * 3 + random.nextInt(3));
        names.add("p" + names.size());
        return name;
    }

    private void other(String account, Instant now) {
        switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> report(account);
            case 4, 5 -> resend(now);
            case 7, 8 -> elsewhere(now);
            case 9 -> confirm();
            case 6 -> {
                List<Integer> places = model.interrupted(account);
                List<Part> parts = outbox().interrupted(account);
                assertEquals(parts(places), parts);
            }
            default -> {
                Instant before = now.minusSeconds(random.nextInt(400));
                assertEquals(model.purge(before), outbox().purge(before));
            }
        }
    }

    private void report(String account) {
        String name = "p" + random.nextInt(3 + names.size());
        DeliveryState state =
                any(
                        List.of(
                                DeliveryState.SENT,
                                DeliveryState.DELIVERED,
                                DeliveryState.READ,
                                DeliveryState.FAILED));
        Trouble why = state == DeliveryState.FAILED ? Trouble.BAD_ADDRESS : null;
        assertEquals(
                model.report(account, name, state, why),
                outbox().report(account, name, state, why));
    }

    private void confirm() {
        if (!model.out.isEmpty()) {
            int place = random.nextInt(model.out.size());
            long id = ids().get(place);
            String name = name();
            assertEquals(model.confirm(place, name), outbox().confirm(id, name));
        }
    }

    /** Somebody looks at what came, or writes in the platform's own app. */
    private void elsewhere(Instant now) {
        ModelTalk talk = any(List.copyOf(model.talks.values()));
        if (random.nextBoolean()) {
            DeliveryState state = any(List.of(DeliveryState.DELIVERED, DeliveryState.READ));
            Instant upTo = now.minusMillis(random.nextInt(30_000));
            assertEquals(
                    model.reportUpTo(talk, state, upTo),
                    outbox().reportUpTo(talk.address, state, upTo));
            return;
        }
        String name = name();
        boolean sure = random.nextInt(4) == 0;
        boolean kept = model.isKept(talk, name, sure);
        Optional<Message> said =
                outbox().saidElsewhere(talk.address, "elsewhere " + done, name, sure, now);
        assertEquals(kept, said.isPresent());
        said.ifPresent(message -> model.saidElsewhere(talk, message, name));
    }

    private void resend(Instant now) {
        if (!model.out.isEmpty()) {
            ModelPart part = any(model.out);
            assertEquals(
                    model.resend(part.talk, part.message, now), outbox().resend(part.message, now));
        }
    }

    private List<Part> parts(List<Integer> places) {
        List<Long> ids = ids();
        return places.stream().map(i -> model.out.get(i).part(ids.get(i))).toList();
    }

    void same(Instant now) {
        assertEquals(
                parts(IntStream.range(0, model.out.size()).boxed().toList()),
                database
                        .read(
                                "test",
                                reads ->
                                        reads.list(
                                                OutboxRows.SELECT + "ORDER BY o.id",
                                                OutboxRows::read))
                        .stream()
                        .map(OutboxRow::part)
                        .toList());
        for (String account : ACCOUNTS) {
            assertEquals(parts(model.ready(account, now)), outbox().ready(account, now, 1_000));
            assertEquals(model.next(account), outbox().next(account));
        }
        Set<MessageId> messages = new LinkedHashSet<>();
        model.out.forEach(part -> messages.add(part.message));
        assertEquals(
                messages.stream().map(model::delivery).toList(), outbox().deliveries(messages));
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
