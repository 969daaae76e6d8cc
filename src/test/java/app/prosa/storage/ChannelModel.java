package app.prosa.storage;

import app.prosa.conversation.Author;
import app.prosa.conversation.Message;
import app.prosa.conversation.MessageId;
import app.prosa.conversation.MessageState;
import app.prosa.conversation.Mode;
import app.prosa.conversation.delivery.Address;
import app.prosa.conversation.delivery.Delivery;
import app.prosa.conversation.delivery.DeliveryState;
import app.prosa.conversation.delivery.Outbox.Again;
import app.prosa.conversation.delivery.Outbox.Failed;
import app.prosa.conversation.delivery.Outbox.Lost;
import app.prosa.conversation.delivery.Outbox.Outcome;
import app.prosa.conversation.delivery.Outbox.Sent;
import app.prosa.conversation.delivery.Outbox.Unsure;
import app.prosa.conversation.delivery.Trouble;
import app.prosa.storage.ModelTalk.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the channels' store has to be like, in lists that are looked through from end to end. */
final class ChannelModel {
    final Map<String, ModelTalk> talks = new LinkedHashMap<>();
    final List<ModelPart> out = new ArrayList<>();
    final ModelTurns turns = new ModelTurns(out);
    private final Map<String, List<Early>> early = new HashMap<>();

    private record Early(DeliveryState state, @Nullable Trouble why) {}

    // Whom one may not write to any more

    void byHand(ModelTalk talk, Message said) {
        talk.path.add(new Said(said.id(), Author.OPERATOR, MessageState.COMPLETE, said.text()));
        ModelPart part =
                new ModelPart(talk, said.id(), Author.OPERATOR, said.text(), said.createdAt());
        Trouble obstacle = talk.obstacle();
        if (obstacle != null) {
            part.end(obstacle);
        }
        out.add(part);
    }

    void mode(ModelTalk talk, Mode mode) {
        talk.mode = mode;
        if (mode != Mode.AUTO) {
            talk.turn = null;
            end(talk, part -> part.author == Author.ASSISTANT && !part.resent, Trouble.TAKEN_OVER);
        }
    }

    void end(ModelTalk talk, Predicate<ModelPart> which, Trouble why) {
        for (ModelPart part : out) {
            boolean waits = part.isUnderWay() && part.state != DeliveryState.SENDING;
            if (part.talk == talk && waits && which.test(part)) {
                part.end(why);
            }
        }
    }

    void move(ModelTalk talk, String chatId) {
        Address from = talk.address;
        talk.address = new Address(from.account(), chatId, from.group());
        out.stream()
                .filter(part -> part.talk == talk && part.isUnderWay())
                .filter(part -> part.address.equals(from))
                .forEach(part -> part.address = talk.address);
    }

    void erase(ModelTalk talk) {
        talks.remove(talk.user);
        out.removeIf(part -> part.talk == talk);
    }

    // What goes out

    /** Which parts are ready, by their places. */
    List<Integer> ready(String account, Instant now) {
        return IntStream.range(0, out.size())
                .filter(i -> isHead(i, account) && out.get(i).mayGo(now))
                .boxed()
                .toList();
    }

    /** Nothing of its conversation comes before it. */
    private boolean isHead(int place, String account) {
        ModelPart part = out.get(place);
        for (int i = 0; i < out.size(); i++) {
            ModelPart other = out.get(i);
            boolean before = i < place || other.state == DeliveryState.SENDING;
            if (i != place
                    && before
                    && other.isUnderWay()
                    && other.talk == part.talk
                    && other.address.account().equals(account)) {
                return false;
            }
        }
        return part.address.account().equals(account);
    }

    Optional<Instant> next(String account) {
        return IntStream.range(0, out.size())
                .filter(i -> isHead(i, account))
                .mapToObj(out::get)
                .filter(p -> p.mayGo(Instant.MAX))
                .map(p -> p.notBefore == null ? p.created : p.notBefore)
                .min(Instant::compareTo);
    }

    void split(int place, List<String> texts) {
        ModelPart whole = out.get(place);
        if (whole.of > 0 || !whole.mayGo(Instant.MAX)) {
            return;
        }
        out.remove(place);
        for (int i = 0; i < texts.size(); i++) {
            ModelPart part =
                    new ModelPart(
                            whole.talk, whole.message, whole.author, texts.get(i), whole.created);
            part.address = whole.address;
            part.ordinal = i;
            part.of = texts.size();
            part.resent = whole.resent;
            part.now(whole.state, whole.notBefore, whole.trouble);
            part.changed = whole.changed;
            out.add(place + i, part);
        }
    }

    boolean begin(int place, Instant now) {
        ModelPart part = out.get(place);
        if (part.of == 0 || !part.mayGo(now) || !isHead(place, part.address.account())) {
            return false;
        }
        Trouble obstacle = obstacle(part);
        if (obstacle != null) {
            part.end(obstacle);
            takeLater(part);
            return false;
        }
        part.twice |= part.state == DeliveryState.UNKNOWN;
        part.now(DeliveryState.SENDING, null, null);
        part.tries++;
        part.changed = now;
        return true;
    }

    private static @Nullable Trouble obstacle(ModelPart part) {
        Trouble obstacle = part.talk.obstacle();
        boolean takenOver =
                part.author == Author.ASSISTANT && !part.resent && part.talk.mode != Mode.AUTO;
        return obstacle == null && takenOver ? Trouble.TAKEN_OVER : obstacle;
    }

    Delivery settle(int place, Outcome outcome) {
        ModelPart part = out.get(place);
        if (part.state.compareTo(DeliveryState.SENT) >= 0) {
            return delivery(part.message);
        }
        Trouble obstacle = obstacle(part);
        switch (outcome) {
            case Sent sent -> sent(part, sent.platformId());
            case Again again -> part.now(DeliveryState.PENDING, again.at(), again.why());
            case Failed failed -> part.now(DeliveryState.FAILED, null, failed.why());
            case Unsure unsure -> part.now(DeliveryState.UNKNOWN, unsure.againAt(), null);
            case Lost _ -> {
                part.now(DeliveryState.UNKNOWN, null, null);
                part.over = true;
            }
        }
        if (obstacle != null && (outcome instanceof Again || outcome instanceof Unsure)) {
            part.end(obstacle);
        }
        takeLater(part);
        return delivery(part.message);
    }

    private void sent(ModelPart part, String name) {
        part.now(DeliveryState.SENT, null, null);
        part.name = name;
        List<Early> reports = early.remove(part.address.account() + " " + name);
        if (reports != null) {
            reports.forEach(report -> report(part, report));
        }
    }

    private static void report(ModelPart part, Early report) {
        if (part.state.mayBecome(report.state)) {
            Trouble why = report.state == DeliveryState.FAILED ? report.why : null;
            part.now(report.state, null, why);
        }
    }

    private void takeLater(ModelPart failed) {
        if (failed.state == DeliveryState.FAILED) {
            end(
                    failed.talk,
                    part -> part.message.equals(failed.message) && part.ordinal > failed.ordinal,
                    Trouble.PART_MISSING);
        }
    }

    Optional<Delivery> report(
            String account, String name, DeliveryState state, @Nullable Trouble why) {
        ModelPart part = null;
        for (ModelPart one : out) {
            boolean is = name.equals(one.name) && one.address.account().equals(account);
            part = is ? one : part;
        }
        if (part == null) {
            early.computeIfAbsent(account + " " + name, _ -> new ArrayList<>())
                    .add(new Early(state, why));
            return Optional.empty();
        }
        Delivery before = delivery(part.message);
        report(part, new Early(state, why));
        takeLater(part);
        Delivery after = delivery(part.message);
        return after.equals(before) ? Optional.empty() : Optional.of(after);
    }

    Optional<Delivery> confirm(int place, String name) {
        DeliveryState state = out.get(place).state;
        return state == DeliveryState.SENDING || state == DeliveryState.UNKNOWN
                ? Optional.of(settle(place, new Sent(name)))
                : Optional.empty();
    }

    List<Delivery> reportUpTo(ModelTalk talk, DeliveryState state, Instant upTo) {
        List<Delivery> changed = new ArrayList<>();
        for (ModelPart part : List.copyOf(out)) {
            boolean there = part.talk == talk && part.address.equals(talk.address);
            boolean has = part.state == DeliveryState.SENT || part.state == DeliveryState.DELIVERED;
            if (there && has && !part.changed.isAfter(upTo)) {
                Delivery before = delivery(part.message);
                report(part, new Early(state, null));
                Delivery after = delivery(part.message);
                if (!after.equals(before)) {
                    changed.add(after);
                }
            }
        }
        return changed;
    }

    boolean isKept(ModelTalk talk, String name, boolean sure) {
        return out.stream()
                .noneMatch(part ->
                        (!sure && part.talk == talk && part.state == DeliveryState.SENDING)
                                || (name.equals(part.name)
                                        && part.address.account().equals(talk.address.account())));
    }

    void saidElsewhere(ModelTalk talk, Message said, String name) {
        talk.path.add(new Said(said.id(), Author.OPERATOR, MessageState.COMPLETE, said.text()));
        ModelPart part =
                new ModelPart(talk, said.id(), Author.OPERATOR, said.text(), said.createdAt());
        part.of = 1;
        sent(part, name);
        out.add(part);
    }

    Optional<Delivery> resend(ModelTalk talk, MessageId message, Instant now) {
        boolean any = false;
        for (ModelPart part : out) {
            if (part.message.equals(message)
                    && part.state == DeliveryState.FAILED
                    && talk.obstacle() == null) {
                part.now(DeliveryState.PENDING, null, null);
                part.tries = 0;
                part.resent = true;
                part.name = null;
                part.created = now;
                part.changed = now;
                any = true;
            }
        }
        return any ? Optional.of(delivery(message)) : Optional.empty();
    }

    /** By their places. */
    List<Integer> interrupted(String account) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < out.size(); i++) {
            ModelPart part = out.get(i);
            boolean ours = part.address.account().equals(account);
            if (ours && part.state == DeliveryState.SENDING) {
                part.now(DeliveryState.UNKNOWN, null, null);
            }
            if (ours
                    && part.state == DeliveryState.UNKNOWN
                    && !part.over
                    && part.notBefore == null) {
                places.add(i);
            }
        }
        return places;
    }

    int purge(Instant before) {
        int all = out.size();
        out.removeIf(part -> !part.isUnderWay() && part.changed.isBefore(before));
        return all - out.size();
    }

    Delivery delivery(MessageId message) {
        List<ModelPart> parts = out.stream().filter(p -> p.message.equals(message)).toList();
        DeliveryState state =
                parts.stream().anyMatch(p -> p.state == DeliveryState.FAILED)
                        ? DeliveryState.FAILED
                        : parts.stream()
                                .map(p -> p.state)
                                .min(DeliveryState::compareTo)
                                .orElseThrow();
        List<ModelPart> such = parts.stream().filter(p -> p.state == state).toList();
        Trouble why =
                such.stream()
                        .filter(p -> p.trouble != Trouble.PART_MISSING)
                        .findFirst()
                        .orElse(such.getFirst())
                        .trouble;
        return new Delivery(message, state, why, parts.stream().anyMatch(p -> p.twice));
    }
}
